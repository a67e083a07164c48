import type { Clause, Text } from "@plenary/document";

/** The ids of a text's clauses, rows and cells, those inside tables included. */
export function baseIds(text: Text): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (clause: Clause) => {
    ids.add(clause.id);
    for (const row of clause.rows) {
      ids.add(row.id);
      for (const cell of row.cells) {
        ids.add(cell.id);
        cell.clauses.forEach(add);
      }
    }
  };
  text.clauses.forEach(add);
  return ids;
}
