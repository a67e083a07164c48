/** What a person may do in a conference. */
export type Role = "observer" | "commenter" | "delegate" | "coordinator" | "chair" | "secretariat";

/** The words a decision was taken on; `clause` is a clause's id, `kind` a change's kind. */
export interface DecidedChange {
  readonly kind: string;
  readonly clause: string;
  readonly deleted: string;
  readonly inserted: string;
}

/** That a person accepted or rejected a change; `at` is an ISO 8601 time in UTC. */
export interface Decision {
  readonly id: string;
  readonly change: DecidedChange;
  readonly verdict: "accept" | "reject";
  readonly person: { readonly id: string; readonly name: string };
  readonly group: string;
  readonly role: Role;
  readonly at: string;
}
