import type { Text } from "@plenary/document";

/** Where a clause would stand: before the clause with that id, at the end for null. */
export interface Step {
  readonly before: string | null;
}

/**
 * Where an outer clause of the text goes by one step up and one down; null where there is no such step, and null for
 * a clause that does not stand in the text. Footnotes stand last and take no part.
 */
export function neighbours(
  text: Text,
  id: string | null,
): { readonly up: Step | null; readonly down: Step | null } | null {
  const movable = text.clauses.filter(({ kind }) => kind !== "footnote");
  const at = movable.findIndex((clause) => clause.id === id);
  if (at === -1) return null;
  const above = movable[at - 1];
  const afterNext = movable[at + 2] ?? text.clauses[movable.length];
  return {
    up: above ? { before: above.id } : null,
    down: at + 1 < movable.length ? { before: afterNext?.id ?? null } : null,
  };
}
