import type { ClauseRedline } from "@plenary/diff";

/** The clauses of a redline in reading order, those inside a table's cells after their table. */
export function entries(clauses: readonly ClauseRedline[]): readonly ClauseRedline[] {
  if (clauses.every(({ rows }) => rows.length === 0)) return clauses;
  return clauses.flatMap((entry) =>
    entry.rows.length === 0
      ? [entry]
      : [entry, ...entry.rows.flatMap((row) => row.cells.flatMap((cell) => entries(cell.clauses)))],
  );
}
