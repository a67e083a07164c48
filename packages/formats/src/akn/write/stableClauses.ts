import type { Clause } from "@plenary/document";

/**
 * The ids of a longest run of clauses that stand in the same order in both lists: the others were added, suppressed or
 * moved. Ids are unique in each list.
 */
export function stableClauses(base: readonly Clause[], target: readonly Clause[]): ReadonlySet<string> {
  const indexes = new Map(base.map(({ id }, i) => [id, i]));
  const kept = target.flatMap(({ id }) => {
    const index = indexes.get(id);
    return index === undefined ? [] : [{ id, index }];
  });
  // Patience: the last of a pile is the smallest end of a run of that length.
  const piles: number[] = [];
  const before: number[] = [];
  kept.forEach(({ index }, k) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[piles[middle]!]!.index < index) low = middle + 1;
      else high = middle;
    }
    before[k] = low === 0 ? -1 : piles[low - 1]!;
    piles[low] = k;
  });
  const out = new Set<string>();
  for (let k = piles.at(-1) ?? -1; k >= 0; k = before[k]!) out.add(kept[k]!.id);
  return out;
}
