import type { ClauseSymbol } from "@plenary/diff";
import type { ClauseKind, Language, Mark } from "@plenary/document";

/**
 * A redline as it is printed: every word, label, row and cell once, with the side it belongs to. All writers but Word's
 * start from it, and what reads their files back ends in it; `sideText` gives either text.
 */
export interface Marked {
  readonly language: Language;
  readonly clauses: readonly MarkedClause[];
}

/** What a clause is on one side. */
export interface Shape {
  readonly kind: ClauseKind;
  readonly level: number;
  readonly label: string | null;
}

/**
 * One printed clause. `base` or `current` is null on a side that has no clause here. `move` "from" is a ghost at the
 * old place (it belongs to the base alone), "to" the clause at its new one, where the words of the base are shown but
 * do not count. `joint`: "split" when the base words go on the clause before, "merge" when the current ones do; that
 * side has then no shape here. `by` is who made the clause come, go or move as a whole. `note` is the number of a footnote among the footnotes of both texts, from 1.
 */
export interface MarkedClause {
  readonly symbol: ClauseSymbol;
  readonly base: Shape | null;
  readonly current: Shape | null;
  readonly move: "from" | "to" | null;
  readonly joint: "split" | "merge" | null;
  readonly by?: string;
  readonly note: number | null;
  readonly pieces: readonly MarkedPiece[];
  readonly rows: readonly MarkedRow[];
}

/** Kept, deleted (of the base) or inserted (of the current text). */
export type Op = "=" | "-" | "+";

/**
 * A piece of what a clause says; `was` is the formatting of kept words in the base, where it was another, and `by` who
 * deleted or inserted it, where that is asked for.
 */
export type MarkedPiece = { readonly by?: string } & (
  | {
      readonly op: Op;
      readonly type: "text";
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly was?: readonly Mark[];
    }
  | { readonly op: Op; readonly type: "break" }
  | { readonly op: Op; readonly type: "anchor"; readonly note: number }
);

/** A row, kept or of one side. */
export interface MarkedRow {
  readonly op: Op;
  readonly cells: readonly MarkedCell[];
}

/** A cell of a row, kept or of one side. */
export interface MarkedCell {
  readonly op: Op;
  readonly clauses: readonly MarkedClause[];
}
