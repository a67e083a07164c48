import type { ClauseRedline, ClauseSymbol, Redline, RowRedline, Segment } from "@plenary/diff";
import type { Clause, Row, Text } from "@plenary/document";

const symbols: Record<Segment["op"], ClauseSymbol> = { "=": "NOC", "-": "SUP", "+": "ADD" };

/** The redline of clauses that all share one fate: kept, deleted or inserted as wholes. */
export function uniformClauses(clauses: readonly Clause[], op: Segment["op"]): ClauseRedline[] {
  return clauses.map((clause) => ({
    symbol: symbols[op],
    base: op === "+" ? null : clause,
    current: op === "-" ? null : clause,
    move: null,
    segments: clause.content.length > 0 ? [{ op, content: clause.content }] : [],
    rows: uniformRows(clause.rows, op),
    changes: [],
  }));
}

/** The redline of rows that all share one fate. */
export function uniformRows(rows: readonly Row[], op: Segment["op"]): RowRedline[] {
  const symbol = symbols[op];
  return rows.map((row) => ({
    symbol,
    base: op === "+" ? null : row,
    current: op === "-" ? null : row,
    cells: row.cells.map((cell) => ({
      symbol,
      base: op === "+" ? null : cell,
      current: op === "-" ? null : cell,
      clauses: uniformClauses(cell.clauses, op),
    })),
  }));
}

/** The redline of a text with itself: what a clean copy is written from. */
export function unchanged(text: Text): Redline {
  return { base: text, current: text, clauses: uniformClauses(text.clauses, "="), changes: [] };
}
