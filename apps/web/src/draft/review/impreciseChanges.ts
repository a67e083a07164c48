import type { ClauseRedline, Redline } from "@plenary/diff";

/** The ids of changes of words in clauses that were too long to compare, of which a stretch was replaced whole. */
export function impreciseChanges({ clauses }: Pick<Redline, "clauses">): ReadonlySet<string> {
  return new Set(clauses.flatMap(within));
}

function within({ changes, precise, rows }: ClauseRedline): string[] {
  const own = precise === false ? changes.filter(({ kind }) => kind === "text").map(({ id }) => id) : [];
  const inside = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.clauses.flatMap(within)));
  return [...own, ...inside];
}
