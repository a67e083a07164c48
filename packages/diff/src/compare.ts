import type { Text } from "@plenary/document";
import { changeIds } from "./changeId.ts";
import type { Comparison } from "./compareClause.ts";
import { anchorKeys } from "./content/anchorKeys.ts";
import { changesIn, entriesOf, plan } from "./plan.ts";
import type { Change, Redline } from "./redline.ts";

/** How {@link compare} works. */
export interface CompareOptions {
  /**
   * "trusted" when both texts descend from one and ids are kept, as in a live draft: clauses, rows
   * and cells are then paired by id alone. "by-likeness", the default, looks at nothing but what is
   * said: texts that were imported apart have ids by place, which say nothing.
   */
  readonly ids?: "trusted" | "by-likeness";
  /** Whether splits and merges of clauses are looked for, as by default, or splits alone; else they are clauses added and suppressed. */
  readonly joints?: boolean | "splits";
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
  const paired = plan(base, current, ids, options.joints ?? true);
  const comparison: Comparison = {
    language: current.language,
    ids,
    budget: options.budget,
    keys: anchorKeys(base.clauses, current.clauses, paired.footnotes),
    name: changeIds(),
  };
  const clauses = entriesOf(paired, comparison);
  const changes: Change[] = [];
  for (const entry of clauses) changes.push(...changesIn(entry));
  return { base, current, clauses, changes };
}
