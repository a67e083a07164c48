import type { Clause, Text } from "@plenary/document";
import { changeIds } from "./changeId.ts";
import { type Comparison } from "./compareClause.ts";
import { compareClauses, pairClauses } from "./compareClauses.ts";
import { anchorKeys } from "./content/anchorKeys.ts";
import type { Change, ClauseRedline, Redline } from "./redline.ts";

/** How {@link compare} works. */
export interface CompareOptions {
  /**
   * "trusted" when both texts descend from one and ids are kept, as in a live draft: clauses, rows
   * and cells are then paired by id alone. "by-likeness", the default, looks at nothing but what is
   * said: texts that were imported apart have ids by place, which say nothing.
   */
  readonly ids?: "trusted" | "by-likeness";
  /** Cells of alignment tables for one clause; beyond it stretches are replaced whole. */
  readonly budget?: number;
}

/**
 * What changed between two texts of one language. Accepting every change gives `current`,
 * rejecting every one gives `base`, and a text compared with itself has none. Ids are unique in
 * each text. Deterministic.
 */
export function compare(base: Text, current: Text, options: CompareOptions = {}): Redline {
  const ids = options.ids ?? "by-likeness";
  const [bodyA, notesA] = parts(base.clauses);
  const [bodyB, notesB] = parts(current.clauses);
  const notes = pairClauses(notesA, notesB, ids, true);
  const footnotes = [...notes.kept, ...notes.moved].map(([i, j]) => [notesA[i]!, notesB[j]!] as const);
  const comparison: Comparison = {
    language: current.language,
    ids,
    budget: options.budget,
    keys: anchorKeys(base.clauses, current.clauses, footnotes),
    name: changeIds(),
  };
  const clauses = [
    ...compareClauses(bodyA, bodyB, pairClauses(bodyA, bodyB, ids, true), comparison),
    ...compareClauses(notesA, notesB, notes, comparison),
  ];
  return { base, current, clauses, changes: clauses.flatMap(changesIn) };
}

// Footnotes stand last on both sides and stay there whatever is accepted.
function parts(clauses: readonly Clause[]): [readonly Clause[], readonly Clause[]] {
  let end = clauses.length;
  while (end > 0 && clauses[end - 1]!.kind === "footnote") end--;
  return [clauses.slice(0, end), clauses.slice(end)];
}

function changesIn(entry: ClauseRedline): Change[] {
  if (entry.base === null || entry.current === null) return [...entry.changes];
  const inside = entry.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(changesIn)));
  return [...entry.changes, ...inside];
}
