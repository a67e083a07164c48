import type { Cell, Clause, Content, Row, Text } from "@plenary/document";

/**
 * A stretch of a clause's content: kept (`=`), deleted (`-`, from the base) or inserted (`+`, from
 * the current text). A deletion stands before the insertion that replaces it. Kept stretches carry
 * the current text's formatting.
 */
export interface Segment {
  readonly op: "=" | "-" | "+";
  readonly content: Content;
}

/** What happened to a clause as a whole; see the conventions of amendments in the README. */
export type ClauseSymbol = "NOC" | "MOD" | "ADD" | "SUP";

/**
 * One clause of a redline.
 *
 * - unchanged and modified: `base` and `current` are both there
 * - added: `base` is null; suppressed: `current` is null
 * - moved: the entry at the new place has both sides, symbol MOD, `move` "to" and the edits made
 *   inside; a second entry, the ghost at the old place, has symbol SUP, `move` "from", the base
 *   clause alone, all of it deleted, and no changes
 *
 * - split: the clauses that one base clause became are neighbouring entries with that same base; all
 *   but the first have `joint` "split" and as first change the split. Their `=` and `-` segments join
 *   together to the base's content, each one's `=` and `+` to its own current clause
 * - merged: the base clauses that became one are neighbouring entries with that same current clause;
 *   all but the first have `joint` "merge" and as first change the merge. Their `=` and `+` segments
 *   join together to the current content, each one's `=` and `-` to its own base clause
 *
 * A space that only the clause in one piece has between two pieces belongs to the split or merge and
 * stands first in the segments of the second. Otherwise `segments` join to the base's content (`=` and `-`) and to the current one (`=` and `+`).
 * `precise` is false when the clause was too long to compare within the budget and a stretch of it
 * was replaced whole.
 */
export interface ClauseRedline {
  readonly symbol: ClauseSymbol;
  readonly base: Clause | null;
  readonly current: Clause | null;
  readonly move: "from" | "to" | null;
  /** Whether the clause goes on from the entry before it: split from it, or merged with it. */
  readonly joint?: "split" | "merge";
  readonly segments: readonly Segment[];
  readonly rows: readonly RowRedline[];
  /** The clause's own changes; of a table, those of its columns, rows and single cells but not those inside its cells. */
  readonly changes: readonly Change[];
  readonly precise?: boolean;
}

/** One row of a table's redline; a row on one side only is an added or suppressed row. */
export interface RowRedline {
  readonly symbol: ClauseSymbol;
  readonly base: Row | null;
  readonly current: Row | null;
  readonly cells: readonly CellRedline[];
}

/**
 * One cell of a row's redline. A cell on one side only came or went by `change`, the id of the
 * change of its column or of itself; in a row that is on one side only, a cell without `change`
 * goes with its row. There a cell on neither side is a blank: the row has no cell in a column that
 * the other side has, ADD in an added column and SUP in a suppressed one.
 */
export interface CellRedline {
  readonly symbol: ClauseSymbol;
  readonly base: Cell | null;
  readonly current: Cell | null;
  readonly clauses: readonly ClauseRedline[];
  readonly change?: string;
}

/**
 * - `text`: words of a clause: a deletion, an insertion, or a replacement (both)
 * - `add`, `suppress`, `move`: a whole clause
 * - `label`: the printed label differs; it follows from structure
 * - `kind`: what the clause is, or its level
 * - `marks`: formatting alone
 * - `row`: a row of a table added or suppressed
 * - `column`: a column of a table added or suppressed, in every row that has one cell a column
 * - `cell`: a cell that a single row of a table has more or fewer
 * - `split`: a clause begins anew at a point of the base, with a kind and a label of its own; A is the
 *   space that went there (often one blank, in Chinese none), B is empty
 * - `merge`: a clause of the base goes on the one before it, its kind and label go; B is the space
 *   that came there, A is empty
 */
export type ChangeKind =
  | "text"
  | "add"
  | "suppress"
  | "move"
  | "label"
  | "kind"
  | "marks"
  | "row"
  | "column"
  | "cell"
  | "split"
  | "merge";

/**
 * One difference. Half-open ranges of the flat content (see `flatten`): A in the base clause, B in
 * the current one; for a change of a whole clause or row they span all of it, for a side that is
 * not there both ends are 0. Of a column or cell they count columns or the cells of its row, and on the
 * side where it is not they say where it would stand; its words are those of the column's first cell. `id` is stable while base and current words of the change stay the
 * same. `clause` is the id of the base clause, of the current one when there is no base.
 */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly clause: string;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** The words, label or kind before; "" when there were none. Of a move, split or merge the base's words concerned. */
  readonly deleted: string;
  /** The words, label or kind after; "" when there are none. */
  readonly inserted: string;
}

/** All that changed between a base and a current text, clause by clause in reading order. */
export interface Redline {
  readonly base: Text;
  readonly current: Text;
  readonly clauses: readonly ClauseRedline[];
  /** Every change in reading order, those of table cells included. */
  readonly changes: readonly Change[];
}
