import { align } from "./align.ts";
import type { Range } from "./range.ts";

/**
 * As {@link align}, for longer strings: splits at tokens that occur once on each side, in the same
 * order, inside an equal run of at least `run` tokens, then aligns what lies between. A stretch
 * that is still beyond the budget, counted in cells of tables, is one hunk, and `precise` is false.
 */
export function anchored(
  a: Int32Array,
  b: Int32Array,
  weights: Float64Array,
  budget: number,
  run: number,
): { ranges: Range[]; precise: boolean } {
  const out: Range[] = [];
  let precise = true;
  let left = budget;
  let i = 0;
  let j = 0;
  const between = (toA: number, toB: number) => {
    const cells = (toA - i) * (toB - j);
    if (cells <= left) {
      left -= cells;
      for (const range of align(a.subarray(i, toA), b.subarray(j, toB), weights.subarray(i, toA)))
        out.push({ fromA: i + range.fromA, toA: i + range.toA, fromB: j + range.fromB, toB: j + range.toB });
    } else {
      precise = false;
      out.push({ fromA: i, toA, fromB: j, toB });
    }
  };
  for (const [x, y] of anchors(a, b, run)) {
    if (x < i || y < j) continue;
    between(x, y);
    i = x;
    j = y;
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
  }
  between(a.length, b.length);
  return { ranges: joined(out), precise };
}

// Neighbouring stretches may both end in a hunk at the same place.
function joined(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of ranges) {
    const last = out.at(-1);
    if (last && last.toA === range.fromA && last.toB === range.fromB)
      out[out.length - 1] = { ...last, toA: range.toA, toB: range.toB };
    else out.push(range);
  }
  return out;
}

function anchors(a: Int32Array, b: Int32Array, least: number): [number, number][] {
  const inA = once(a);
  const inB = once(b);
  const candidates: [number, number][] = [];
  for (let i = 0; i < a.length; i++) {
    const token = a[i]!;
    const j = inA.get(token) === i ? (inB.get(token) ?? -1) : -1;
    if (j < 0) continue;
    // A lone word may stand elsewhere for another reason; a run of them hardly does.
    let run = 1;
    while (i + run < a.length && j + run < b.length && a[i + run] === b[j + run]) run++;
    let before = 0;
    while (before < Math.min(i, j) && a[i - before - 1] === b[j - before - 1]) before++;
    if (run + before >= least) candidates.push([i, j]);
  }
  return increasing(candidates);
}

function once(tokens: Int32Array): Map<number, number> {
  const out = new Map<number, number>();
  for (let i = 0; i < tokens.length; i++) out.set(tokens[i]!, out.has(tokens[i]!) ? -1 : i);
  return out;
}

/** The longest chain of pairs in which both numbers grow; the pairs come sorted by the first. */
export function increasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, y], k) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < y) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? tails[low - 1]! : -1);
    tails[low] = k;
  });
  const out: [number, number][] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k]!) out.push([...pairs[k]!]);
  return out.reverse();
}
