import { absorb } from "./absorb.ts";
import { align } from "./align.ts";
import { anchored } from "./anchored.ts";
import { present } from "./present.ts";
import { type Range, tighten } from "./range.ts";
import { type Tokens, tokenize } from "../tokens/tokens.ts";
import { trim } from "./trim.ts";
import { weigh } from "../tokens/weigh.ts";

/** The hunks between two strings; `precise` is false when the budget ran out and a stretch was replaced whole. */
export interface Difference {
  readonly ranges: readonly Range[];
  readonly precise: boolean;
}

/** The budget when none is given: cells of the alignment table. */
const usualBudget = 400_000;

/**
 * The hunks between two strings, as ranges in UTF-16 units, ordered and apart; none when they are
 * equal. The budget counts cells of alignment tables, so that the result never depends on the clock.
 */
export function difference(base: string, current: string, language: string, budget = usualBudget): Difference {
  if (base === current) return { ranges: [], precise: true };
  const { start, endA, endB } = trim(base, current);
  const a = tokenize(base.slice(start, endA), language);
  const b = tokenize(current.slice(start, endB), language);
  const ids = new Map<string, number>();
  const numbersA = numbers(a, ids);
  const numbersB = numbers(b, ids);
  const weights = weighed(a, language);
  const { ranges: exact, precise } = aligned(numbersA, numbersB, weights, budget);
  const ranges =
    exact.length > 1
      ? absorb(exact, weights, weighed(b, language)).map((range) => tighten(range, numbersA, numbersB))
      : exact;
  return { ranges: present(a, b, numbersA, numbersB, ranges).map((range) => shift(range, start)), precise };
}

/** Tables up to this many cells are not worth splitting. */
const smallTable = 2_500;

/** Runs that any alignment keeps, and runs that are good enough to split at when the budget is short; in tokens. */
const sureRun = 16;
const shortRun = 5;

function aligned(a: Int32Array, b: Int32Array, weights: Float64Array, budget: number) {
  if (a.length * b.length <= Math.min(smallTable, budget)) return { ranges: align(a, b, weights), precise: true };
  const sure = anchored(a, b, weights, budget, sureRun);
  return sure.precise ? sure : anchored(a, b, weights, budget, shortRun);
}

function weighed(tokens: Tokens, language: string): Float64Array {
  const out = new Float64Array(tokens.kinds.length);
  for (let i = 0; i < out.length; i++) out[i] = weigh(word(tokens, i), tokens.kinds[i]!, language);
  return out;
}

function numbers(tokens: Tokens, ids: Map<string, number>): Int32Array {
  const out = new Int32Array(tokens.kinds.length);
  for (let i = 0; i < out.length; i++) {
    const said = word(tokens, i);
    let id = ids.get(said);
    if (id === undefined) ids.set(said, (id = ids.size));
    out[i] = id;
  }
  return out;
}

function word(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.starts[i], tokens.starts[i + 1]);
}

function shift(range: Range, by: number): Range {
  return { fromA: range.fromA + by, toA: range.toA + by, fromB: range.fromB + by, toB: range.toB + by };
}
