import type { Pair } from "../clauses/pairInOrder.ts";

/** What lies between two pairs of a pairing, the ends included: half-open ranges of both lists. */
export interface Between {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** What lies before, between and after the pairs of two lists of these lengths; one more than there are pairs. */
export function gapsOf(pairs: readonly Pair[], n: number, m: number): Between[] {
  let fromA = 0;
  let fromB = 0;
  return [...pairs, [n, m] as const].map(([toA, toB]) => {
    const gap = { fromA, toA, fromB, toB };
    fromA = toA + 1;
    fromB = toB + 1;
    return gap;
  });
}

/** The pairs, and by their places those left between two pairs when they are as many on both sides. */
export function withEqualGaps(pairs: readonly Pair[], n: number, m: number): Pair[] {
  return gapsOf(pairs, n, m).flatMap(({ fromA, toA, fromB, toB }, g) => {
    const equal = toA - fromA === toB - fromB ? toA - fromA : 0;
    const filled = Array.from({ length: equal }, (_, k): Pair => [fromA + k, fromB + k]);
    const next = pairs[g];
    return next ? [...filled, next] : filled;
  });
}
