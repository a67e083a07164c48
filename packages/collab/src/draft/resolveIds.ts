import type { Clause, Text } from "@plenary/document";
import { alikeness } from "./alikeness.ts";
import { isGone } from "./gone.ts";
import { deep, isEmpty } from "./isEmpty.ts";
import { standingIn } from "./parts/standingParts.ts";

/**
 * Which clauses of a raw reading belong to the current text, and under which id. A clause that is
 * not in the map is suppressed or a ghost.
 *
 * - Of several clauses with one id, those that say nothing are ghosts; of the others the one most
 *   alike to the base keeps the id (the first, when there is no base), the rest get `<id>~2`, `~3` …
 * - When none of them says anything: a base clause that said something is suppressed; any other
 *   keeps its first clause, unless it is an added one that was taken away (see `goneId`), or in a row
 *   or cell that was.
 *
 * Outer clauses choose before the ones in tables, and the cells of tables that kept their id
 * before those of others.
 */
export function resolveIds(raw: readonly Clause[], published: Text): Map<Clause, string> {
  const base = new Map(deep(published.clauses).map((clause) => [clause.id, clause]));
  const kept = new Map<string, Clause>();
  byLayers(raw, kept, (layer) => {
    for (const [id, claimants] of groups(layer)) {
      const speaking = claimants.filter((clause) => !isEmpty(clause));
      if (!kept.has(id) && speaking.length > 0) kept.set(id, mostAlike(speaking, base.get(id)));
    }
  });
  byLayers(raw, kept, (layer) => {
    for (const clause of layer) {
      const counterpart = base.get(clause.id);
      const stays = counterpart ? isEmpty(counterpart) : !isGone(clause.id);
      if (!kept.has(clause.id) && stays) kept.set(clause.id, clause);
    }
  });
  const all = deep(raw);
  return named(all, kept, new Set([...base.keys(), ...all.map((clause) => clause.id)]));
}

/** Goes through the outer clauses, then those in tables, in each layer the cells of tables that kept their id first. */
function byLayers(
  raw: readonly Clause[],
  kept: ReadonlyMap<string, Clause>,
  choose: (layer: readonly Clause[]) => void,
): void {
  for (let layer = raw; layer.length > 0;) {
    choose(layer);
    const keeps = (clause: Clause) => kept.get(clause.id) === clause;
    layer = [...layer.filter(keeps), ...layer.filter((clause) => !keeps(clause))].flatMap(standingIn);
  }
}

/** The id, or the first of `<id>~2`, `<id>~3` … that is not taken; what it gives is taken then. */
export function freshId(id: string, taken: Set<string>): string {
  let fresh = id;
  for (let n = 2; taken.has(fresh); n++) fresh = `${id}~${n}`;
  taken.add(fresh);
  return fresh;
}

function named(all: readonly Clause[], kept: ReadonlyMap<string, Clause>, taken: Set<string>): Map<Clause, string> {
  const ids = new Map<Clause, string>();
  for (const clause of all) {
    if (kept.get(clause.id) === clause) ids.set(clause, clause.id);
    else if (!isEmpty(clause)) ids.set(clause, freshId(clause.id, taken));
  }
  return ids;
}

function groups(clauses: readonly Clause[]): Map<string, Clause[]> {
  return Map.groupBy(clauses, (clause) => clause.id);
}

function mostAlike(claimants: readonly Clause[], base: Clause | undefined): Clause {
  const [first, ...others] = claimants;
  if (!first) throw new Error("mostAlike needs a claimant");
  if (!base) return first;
  let best = first;
  let score = others.length > 0 ? alikeness(first, base) : 1;
  for (const other of others) {
    const alike = alikeness(other, base);
    if (alike > score) [best, score] = [other, alike];
  }
  return best;
}
