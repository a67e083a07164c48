import { align } from "./align.ts";
import type { Range } from "./range.ts";

/**
 * As {@link align}, for longer strings of tokens numbered below `count`: splits at tokens that occur once on each side, in the same
 * order, inside an equal run of at least `run` tokens, then aligns what lies between. A stretch
 * that is still beyond the budget, counted in cells of tables, is one hunk, and `precise` is false.
 */
export function anchored(
  a: Int32Array,
  b: Int32Array,
  weights: Float64Array,
  count: number,
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
  for (const [x, y] of anchors(a, b, count, run)) {
    if (x < i || y < j) continue;
    let run = 0;
    while (x + run < a.length && y + run < b.length && a[x + run] === b[y + run]) run++;
    const seen = Math.min(context, run >> 1);
    between(x + seen, y + seen);
    i = x + run - seen;
    j = y + run - seen;
  }
  between(a.length, b.length);
  return { ranges: joined(out), precise };
}

/** How many tokens of an equal run the stretches beside it see: what a hunk costs depends on the space beside it. */
const context = 2;

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

function anchors(a: Int32Array, b: Int32Array, count: number, least: number): readonly (readonly [number, number])[] {
  const inA = once(a, count);
  const inB = once(b, count);
  const candidates: [number, number][] = [];
  for (let i = 0; i < a.length; i++) {
    const token = a[i]!;
    const j = inA[token] === i ? inB[token]! : -1;
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

// Where each token stands when it occurs once, else a negative number.
function once(tokens: Int32Array, count: number): Int32Array {
  const out = new Int32Array(count).fill(absent);
  for (let i = 0; i < tokens.length; i++) out[tokens[i]!] = out[tokens[i]!] === absent ? i : repeated;
  return out;
}

const absent = -1;
const repeated = -2;

/** The longest chain of pairs in which both numbers grow; the pairs come sorted by the first. */
export function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  if (pairs.every(([, y], k) => k === 0 || pairs[k - 1]![1] < y)) return pairs;
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
  const out: (readonly [number, number])[] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = previous[k]!) out.push(pairs[k]!);
  return out.reverse();
}
