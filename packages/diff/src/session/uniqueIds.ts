import type { Clause, Text } from "@plenary/document";

/** Whether no id of a clause, row or cell stands twice in the text. */
export function uniqueIds(text: Text): boolean {
  const seen = new Set<string>();
  const fresh = (id: string) => seen.size < seen.add(id).size;
  const all = (clauses: readonly Clause[]): boolean =>
    clauses.every(
      ({ id, rows }) =>
        fresh(id) &&
        rows.every((row) => fresh(row.id) && row.cells.every((cell) => fresh(cell.id) && all(cell.clauses))),
    );
  return all(text.clauses);
}
