import type { Clause } from "@plenary/document";

/** The clauses and those inside their tables' cells, in reading order. */
export function deepClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [
    clause,
    ...clause.rows.flatMap((row) => row.cells.flatMap((cell) => deepClauses(cell.clauses))),
  ]);
}
