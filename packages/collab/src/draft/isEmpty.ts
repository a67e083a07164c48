import type { Clause } from "@plenary/document";

/** Whether a clause says nothing: no content, and for a table no cell that says something. */
export function isEmpty(clause: Clause): boolean {
  return clause.content.length === 0 && nested(clause).every(isEmpty);
}

/** The clauses in the cells of a table, in reading order; none for other clauses. */
export function nested(clause: Clause): readonly Clause[] {
  return clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses));
}

/** The clauses and those nested in them, in reading order. */
export function deep(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...deep(nested(clause))]);
}
