import type { Tokens } from "../tokens/tokens.ts";
import { pointsAhead } from "./phrases/pointsAhead.ts";
import { returns } from "./phrases/returns.ts";
import type { Range } from "./range.ts";
import { isSuspended } from "./phrases/suspended.ts";

/** How much of the smaller of two neighbouring hunks an island between them may weigh and still go under. */
const share = 0.6;

/** The same for what stands between an insertion and a deletion after it: a reader looks for what went before what came. */
const turnedShare = 1;

/** What goes under whatever the neighbours are. */
const least = 0.1;

/** How much of a phrase may differ beside what stands still and the phrase be the same one, rearranged. */
const mostRearranged = 4;

/** What stays whatever the neighbours are: about two words and the little ones between them. */
const most = 3;

/**
 * Joins neighbouring hunks when what is kept between them is little beside both: a drafter who
 * rewrites a phrase rewrites it whole. `weights` are those of the base's tokens, `weightsB` those
 * of the current one's.
 */
export function absorb(
  a: Tokens,
  b: Tokens,
  ranges: readonly Range[],
  weights: Float64Array,
  weightsB: Float64Array,
): Range[] {
  const out: Range[] = [];
  for (const range of ranges) {
    let next = range;
    for (let last = out.at(-1); last && goesUnder(a, b, last, next, weights, weightsB); last = out.at(-1)) {
      out.pop();
      next = { fromA: last.fromA, toA: next.toA, fromB: last.fromB, toB: next.toB };
    }
    out.push(next);
  }
  return out;
}

function goesUnder(
  a: Tokens,
  b: Tokens,
  one: Range,
  other: Range,
  weights: Float64Array,
  weightsB: Float64Array,
): boolean {
  const island = sum(weights, one.toA, other.fromA);
  const turned = one.fromA === one.toA && other.fromB === other.toB;
  const smaller = Math.min(size(one, weights, weightsB), size(other, weights, weightsB));
  const crossed = turned || (one.fromB === one.toB && other.fromA === other.toA);
  const pure = isPure(one) || isPure(other);
  const larger = Math.max(size(one, weights, weightsB), size(other, weights, weightsB));
  if (pure && island <= most && larger <= mostRearranged && returns(a, b, one, other)) return true;
  if (crossed && pointsAhead(a, one.fromA, one.toA, other.fromA)) return true;
  if (island <= most && isSuspended(a, one.toA, other.fromA)) return true;
  return island <= Math.min(most, least + (turned ? turnedShare : share) * smaller);
}

function isPure(range: Range): boolean {
  return range.fromA === range.toA || range.fromB === range.toB;
}

function size(range: Range, weights: Float64Array, weightsB: Float64Array): number {
  return Math.max(sum(weights, range.fromA, range.toA), sum(weightsB, range.fromB, range.toB));
}

function sum(weights: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += weights[i]!;
  return total;
}
