/** Two half-open ranges that differ: A in the base, B in the current string; one of them may be empty. */
export interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The range without the spaces that its two sides have in common at their ends; `space` is the id of the plain space. */
export function tighten(range: Range, a: Int32Array, b: Int32Array, space: number): Range {
  let { fromA, toA, fromB, toB } = range;
  if (fromA < toA && fromB < toB && a[fromA] === space && b[fromB] === space) {
    fromA++;
    fromB++;
  }
  if (fromA < toA && fromB < toB && a[toA - 1] === space && b[toB - 1] === space) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}
