import { type Clause, sameContent } from "@plenary/document";

/** Whether two clauses are equal in all that they hold, ids included. */
export function sameClause(one: Clause, other: Clause): boolean {
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.level === other.level &&
    one.label === other.label &&
    sameContent(one.content, other.content) &&
    sameList(one.rows, other.rows, (row, now) =>
      row.id !== now.id
        ? false
        : sameList(
            row.cells,
            now.cells,
            (cell, into) => cell.id === into.id && sameList(cell.clauses, into.clauses, sameClause),
          ),
    )
  );
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return one === other || (one.length === other.length && one.every((item, i) => same(item, other[i]!)));
}
