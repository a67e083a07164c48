import type { Change, ClauseSymbol, Redline } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { ChangeState } from "./redline/states.ts";

/** How the paper shows the draft: the published text alone, with changes marked, or as it will read. */
export type DisplayMode = "base" | "marked" | "clean";

/** The words that the paper itself needs, in the reader's language. */
export interface EditorStrings {
  /** The name of the paper for screen readers. */
  readonly paper: string;
  /** Beside a moved clause; the place is cited as "recalling e)". */
  readonly movedFrom: (place: string) => string;
  /** At the old place of a moved clause. */
  readonly movedTo: (place: string) => string;
}

/** What the page knows of the draft after each edit. Parts that an edit did not touch are the same objects. */
export interface DraftState {
  readonly current: Text;
  /** From the published to the current text: what the paper shows. */
  readonly redline: Redline;
  /** The symbol of the amendment as a whole. */
  readonly symbol: ClauseSymbol;
  /** What waits for a decision: from the agreed to the current text. */
  readonly pending: Redline;
  /** The state of every change of `redline`, by its id. */
  readonly states: ReadonlyMap<string, ChangeState>;
  /** The changes of `pending` behind a pending change of `redline`, by its id. */
  readonly deciding: ReadonlyMap<string, readonly Change[]>;
  /**
   * What each change of `redline` is called for as long as it lives, by its id: the id follows the
   * words, the identity stays while the change grows. The paper calls changes by it.
   */
  readonly identities: ReadonlyMap<string, string>;
  /** The same of the changes of `pending`. */
  readonly pendingIdentities: ReadonlyMap<string, string>;
  /** The identity of the change at the caret, of `redline`; null when there is none. */
  readonly active: string | null;
  /** The identities of the changes of `redline` that the selection takes in, in reading order; none for a caret. */
  readonly selected: readonly string[];
  /** The id of the clause that the caret is in; null when it is in none. */
  readonly clause: string | null;
}
