import type { Tokens } from "../../tokens/tokens.ts";
import type { Range } from "../range.ts";

/** How many hunks a sentence has at least that is read more easily whole. */
const fewest = 3;

/** How much may be kept between two of them: about a word and the little ones beside it. */
const most = 2;

/** How much of the sentence may be kept in all, of the shorter of its two forms. */
const share = 0.4;

/**
 * Joins the hunks of a sentence that was mostly rewritten: of scattered words that happen to stand in
 * both forms a reader makes nothing. Ranges are of tokens, ordered and apart; `weights` are those of
 * the base's tokens, `weightsB` those of the current one's.
 */
export function rewrittenWhole(
  a: Tokens,
  ranges: readonly Range[],
  weights: Float64Array,
  weightsB: Float64Array,
): readonly Range[] {
  if (ranges.length < fewest) return ranges;
  const out: Range[] = [];
  for (let k = 0, end = 0; k < ranges.length; k = end) {
    end = k + 1;
    while (end < ranges.length && sentenceEnd(a, ranges[end - 1]!.toA, ranges[end]!.fromA) < 0) end++;
    const hunks = ranges.slice(k, end);
    const from = sentenceBegin(a, ranges[k - 1]?.toA ?? 0, hunks[0]!.fromA);
    const next = ranges[end]?.fromA ?? a.kinds.length;
    const to = sentenceEnd(a, hunks.at(-1)!.toA, next);
    out.push(...joined(hunks, from, to < 0 ? next : to, weights, weightsB));
  }
  return out;
}

// The hunks of the sentence [from, to) of the base as one when it was mostly rewritten.
function joined(
  hunks: readonly Range[],
  from: number,
  to: number,
  weights: Float64Array,
  weightsB: Float64Array,
): readonly Range[] {
  if (hunks.length < fewest) return hunks;
  const [first, last] = [hunks[0]!, hunks.at(-1)!];
  let kept = sum(weights, from, first.fromA) + sum(weights, last.toA, to);
  const edges = kept;
  for (let k = 1; k < hunks.length; k++) {
    const island = sum(weights, hunks[k - 1]!.toA, hunks[k]!.fromA);
    if (island > most) return hunks;
    kept += island;
  }
  const whole = { fromA: first.fromA, toA: last.toA, fromB: first.fromB, toB: last.toB };
  const shorter = Math.min(sum(weights, from, to), edges + sum(weightsB, whole.fromB, whole.toB));
  return kept <= share * shorter ? [whole] : hunks;
}

function sentenceBegin(tokens: Tokens, from: number, to: number): number {
  for (let i = to; i > from; i--) if (endsSentence(tokens, i - 1)) return i;
  return from;
}

// Where in [from, to) a sentence ends, or -1.
function sentenceEnd(tokens: Tokens, from: number, to: number): number {
  for (let i = from; i < to; i++) if (endsSentence(tokens, i)) return i;
  return -1;
}

function endsSentence({ text, starts, kinds }: Tokens, i: number): boolean {
  return kinds[i] === "break" || (kinds[i] === "sign" && /[.;!?。；！？؟؛]/u.test(text[starts[i]!]!));
}

function sum(weights: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += weights[i]!;
  return total;
}
