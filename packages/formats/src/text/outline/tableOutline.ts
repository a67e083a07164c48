import type { Clause } from "@plenary/document";
import { cellText } from "./said.ts";

/** The size of a table, and its heading row if it has one: a first row without figures over rows that have some. */
export function tableOutline(table: Clause): { rows: number; cols: number; header: readonly string[] | null } {
  const rows = table.rows.map((row) => row.cells.map((cell) => cellText(cell.clauses)));
  const cols = Math.max(0, ...rows.map((row) => row.length));
  const figures = (row: readonly string[]) => row.some((cell) => /\d/.test(cell));
  const [first = [], ...rest] = rows;
  const header = cols > 1 && rest.length > 0 && !figures(first) && rest.every(figures) ? first : null;
  return { rows: rows.length, cols, header };
}
