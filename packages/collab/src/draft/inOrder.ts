/** A thing that could be kept for the wanted item with that index; a heavier one is kept rather. */
export interface Candidate<T> {
  readonly item: T;
  readonly index: number;
  readonly weight: number;
}

/**
 * The heaviest selection of candidates whose indices rise strictly, so that nothing kept has to
 * change places: wanted index → item. Takes time in the square of the number of candidates.
 */
export function inOrder<T>(candidates: readonly Candidate<T>[]): Map<number, T> {
  const best: { total: number; before: number }[] = [];
  let end = -1;
  for (const [i, { index, weight }] of candidates.entries()) {
    let total = 0;
    let before = -1;
    for (let j = i - 1; j >= 0; j--) {
      const earlier = best[j]!;
      if (candidates[j]!.index < index && earlier.total > total) [total, before] = [earlier.total, j];
    }
    best.push({ total: total + weight, before });
    if (end === -1 || total + weight > best[end]!.total) end = i;
  }
  const kept = new Map<number, T>();
  for (let i = end; i >= 0; i = best[i]!.before) kept.set(candidates[i]!.index, candidates[i]!.item);
  return kept;
}
