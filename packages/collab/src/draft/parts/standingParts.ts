import type { Clause } from "@plenary/document";
import { isGone } from "../gone.ts";
import { isEmpty } from "../isEmpty.ts";

/** A row of a table as the live draft has it, with its cells and whether they say anything. */
export interface LiveRow {
  readonly id: string;
  readonly cells: readonly { readonly id: string; readonly says: boolean }[];
}

/** Whether a row is part of the text, and which of its cells are, if it is. */
export interface StandingRow {
  readonly stands: boolean;
  readonly cells: readonly boolean[];
}

/**
 * Which rows and cells of a table are part of the text. One that was taken out (see `goneId`) is not, while it says
 * nothing; where somebody's words arrive in it, the whole row is back, or every cell that was taken out in that column,
 * so that the table stays even.
 */
export function standingParts(rows: readonly LiveRow[]): readonly StandingRow[] {
  const back = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ id, says }, c) => (says && isGone(id) ? [c] : []))),
  );
  return rows.map(({ id, cells }) => ({
    stands: !isGone(id) || cells.some(({ says }) => says),
    cells: cells.map((cell, c) => !isGone(cell.id) || back.has(c)),
  }));
}

/** Which rows and cells of a table stand, as it was read; see {@link standingParts}. */
export function standingRows({ rows }: Pick<Clause, "rows">): readonly StandingRow[] {
  return standingParts(
    rows.map(({ id, cells }) => ({
      id,
      cells: cells.map((cell) => ({ id: cell.id, says: !cell.clauses.every(isEmpty) })),
    })),
  );
}

/** The clauses in the cells of a table that are part of the text, in reading order; none for other clauses. */
export function standingIn(table: Clause): readonly Clause[] {
  const standing = standingRows(table);
  return table.rows.flatMap(({ cells }, r) =>
    standing[r]!.stands ? cells.flatMap(({ clauses }, c) => (standing[r]!.cells[c] ? clauses : [])) : [],
  );
}
