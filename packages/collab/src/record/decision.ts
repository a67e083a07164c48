/** What a person may do in a conference. */
export type Role = "observer" | "commenter" | "delegate" | "coordinator" | "chair" | "secretariat";

/**
 * The words a decision was taken on; `clause` is a clause's id, `kind` a change's kind. `part` is there when only the
 * deletion or only the insertion of a replacement was decided; the words are then those of that part. `summary` tells
 * the change in one line of the text's language, as it was when it was decided.
 */
export interface DecidedChange {
  readonly kind: string;
  readonly clause: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly part?: "deletion" | "insertion";
  readonly summary?: string;
}

/**
 * That a person accepted or rejected a change, or undid such a decision; `at` is an ISO 8601 time in UTC. Decisions
 * that were taken in one act share `act`; `undoes` is the id of the decision that this one undid.
 */
export interface Decision {
  readonly id: string;
  readonly act?: string;
  readonly change: DecidedChange;
  readonly verdict: "accept" | "reject" | "undo";
  readonly undoes?: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly role: Role;
  readonly at: string;
}
