import type { Cell, Clause, Row, Text } from "@plenary/document";
import { deepClauses } from "../deepClauses.ts";

/** What of a table is suppressed at once: the row or the column that the caret is in, or all of it. */
export type TableExtent = "row" | "column" | "table";

/** The outer table in a cell of which a clause of the text stands; null for a clause that stands in none. */
export function tableAround({ clauses }: Text, clause: string): Clause | null {
  const holds = (cell: Cell): boolean => deepClauses(cell.clauses).some(({ id }) => id === clause);
  return clauses.find(({ rows }) => rows.some(({ cells }) => cells.some(holds))) ?? null;
}

/** What goes: the ids of a table, or of the row or the cells, and where the caret goes; null where it may stay in what is struck. */
export interface PartAround {
  readonly gone: ReadonlySet<string>;
  readonly beside: { readonly cell: string } | { readonly clause: string } | null;
}

/**
 * What goes with the row, the column or the whole table around a clause. A table goes whole where no row or column of it
 * would be left, a published one also where what is left says nothing. Null when the clause stands in no table. Of rows
 * with fewer cells the cell at the same place goes.
 */
export function partAround(text: Text, published: Text, clause: string, extent: TableExtent): PartAround | null {
  const table = tableAround(text, clause);
  if (!table) return null;
  const isHere = ({ clauses }: Cell): boolean => deepClauses(clauses).some(({ id }) => id === clause);
  const row = table.rows.findIndex(({ cells }) => cells.some(isHere));
  const column = table.rows[row]!.cells.findIndex(isHere);
  const [left, gone] = {
    row: [table.rows.toSpliced(row, 1), table.rows.slice(row, row + 1)] as const,
    column: [withoutColumn(table, column), table.rows.flatMap(({ cells }) => cells.slice(column, column + 1))] as const,
    table: [[], []] as const,
  }[extent];
  const isPublished = published.clauses.some(({ id }) => id === table.id);
  if (isPublished ? left.some(says) : left.some(({ cells }) => cells.length > 0)) {
    const { cells } = left[Math.min(row, left.length - 1)]!;
    const near = cells[Math.min(column, cells.length - 1)];
    return { gone: new Set(gone.map(({ id }) => id)), beside: near ? { cell: near.id } : null };
  }
  const at = text.clauses.indexOf(table);
  const near = text.clauses[at + 1] ?? text.clauses[at - 1];
  return { gone: new Set([table.id]), beside: isPublished || !near ? null : { clause: near.id } };
}

function withoutColumn({ rows }: Clause, column: number): readonly Row[] {
  return rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column, 1) }));
}

function says({ cells }: Row): boolean {
  return cells.some(({ clauses }) => deepClauses(clauses).some(({ content }) => content.length > 0));
}
