/** Two half-open ranges that differ: A in the base, B in the current string; one of them may be empty. */
export interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The range without the tokens that its two sides have in common at their ends. */
export function tighten(range: Range, a: Int32Array, b: Int32Array): Range {
  let { fromA, toA, fromB, toB } = range;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}

/** Ranges without what their sides have in common at their ends; those that join what came to the same that went are none. */
export function tightened(ranges: readonly Range[], a: Int32Array, b: Int32Array): Range[] {
  return ranges.map((range) => tighten(range, a, b)).filter(({ fromA, toA, fromB, toB }) => fromA < toA || fromB < toB);
}
