import type { Clause, Text } from "./clause.ts";
import { ANCHOR, flatten } from "./inline.ts";

/**
 * The clause as one printed line: label, tab, content; the content alone when there is no label.
 * Footnote anchors are left out. A table gives "" (see {@link plainLines}).
 */
export function printed(clause: Clause): string {
  const said = flatten(clause.content).replaceAll(ANCHOR, "");
  return clause.label === null ? said : `${clause.label}\t${said}`;
}

/** One line a clause in document order; a table row by row, cell by cell, clause by clause. */
export function plainLines(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) =>
    clause.kind === "table"
      ? clause.rows.flatMap((row) => row.cells.flatMap((cell) => plainLines(cell.clauses)))
      : [printed(clause)],
  );
}

/** The whole text as plain text, one line a clause, each line ended by a line feed. */
export function plainText(text: Text): string {
  return plainLines(text.clauses)
    .map((line) => `${line}\n`)
    .join("");
}
