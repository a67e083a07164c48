import { absorb } from "./absorb.ts";
import { align } from "./align.ts";
import { anchored } from "./anchored.ts";
import { numbered } from "./numbered.ts";
import { present, slideAll } from "./present.ts";
import { headings } from "./phrases/heading.ts";
import { keepClosing } from "./phrases/brackets.ts";
import { type Range, tighten, tightened } from "./range.ts";
import { type Tokens, tokenize } from "../tokens/tokens.ts";
import { rewrittenWhole } from "./phrases/rewritten.ts";
import { sentenceStart, trim } from "./trim.ts";
import { wholePhrases } from "./phrases/wholePhrases.ts";

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
  const heads = headings(base, current);
  return heads ? headed(base, current, heads, language, budget) : body(base, current, language, budget);
}

// The number of an article changes by itself, whatever becomes of the words behind it.
function headed(
  base: string,
  current: string,
  [a, b]: readonly [number, number],
  language: string,
  budget: number,
): Difference {
  const { ranges, precise } = body(base.slice(a), current.slice(b), language, budget);
  const [first, ...rest] = ranges.map((range) => shift(range, a, b));
  const head = { fromA: 0, toA: a, fromB: 0, toB: b };
  if (!first) return { ranges: [head], precise };
  if (first.fromA > a || first.fromB > b) return { ranges: [head, first, ...rest], precise };
  return { ranges: [{ ...head, toA: first.toA, toB: first.toB }, ...rest], precise };
}

function body(base: string, current: string, language: string, budget: number): Difference {
  if (base === current) return { ranges: [], precise: true };
  const { start, endA, endB } = trim(base, current);
  const near = between(base, current, start, endA, endB, language, budget);
  if (!near.leansLeft) return near;
  // A sentence put before one that begins alike: it can only slide to its beginning when that is in sight.
  return between(base, current, sentenceStart(base, start), endA, endB, language, budget);
}

// The hunks of what differs; `leansLeft` says that the first of them could begin before `start`.
function between(
  base: string,
  current: string,
  start: number,
  endA: number,
  endB: number,
  language: string,
  budget: number,
): Difference & { readonly leansLeft: boolean } {
  const a = tokenize(base.slice(start, endA), language);
  const b = tokenize(current.slice(start, endB), language);
  const { a: numberedA, b: numberedB, count } = numbered(a, b, language);
  const numbersA = numberedA.numbers;
  const numbersB = numberedB.numbers;
  const { ranges: exact, precise } = aligned(numbersA, numbersB, numberedA.weights, count, budget);
  let ranges = slideAll(a, b, numbersA, numbersB, exact);
  if (exact.length > 1) {
    const whole = absorb(a, b, ranges, numberedA.weights, numberedB.weights);
    ranges = slideAll(a, b, numbersA, numbersB, tightened(whole, numbersA, numbersB));
  }
  ranges = keepClosing(a, b, rewrittenWhole(a, ranges, numberedA.weights, numberedB.weights));
  ranges = wholePhrases(a, b, tightened(ranges, numbersA, numbersB));
  const leansLeft = start > 0 && reachesStart(exact[0], a, b, numbersA, numbersB, base[start - 1]!);
  return { ranges: present(a, b, ranges).map((range) => shift(range, start, start)), precise, leansLeft };
}

// Whether a pure insertion or deletion is as good at the very beginning, and would be further back: it ends with `before`,
// the character that stands before the beginning.
function reachesStart(
  range: Range | undefined,
  a: Tokens,
  b: Tokens,
  numbersA: Int32Array,
  numbersB: Int32Array,
  before: string,
): boolean {
  if (!range || (range.fromA < range.toA && range.fromB < range.toB)) return false;
  const deletes = range.fromA < range.toA;
  const [tokens, numbers] = deletes ? [a, numbersA] : [b, numbersB];
  const [from, to] = deletes ? [range.fromA, range.toA] : [range.fromB, range.toB];
  for (let i = 1; i <= from; i++) if (numbers[from - i] !== numbers[to - i]) return false;
  return tokens.text[tokens.starts[to - from]! - 1] === before;
}

/** Tables up to this many cells are not worth splitting. */
const smallTable = 600;

/** Runs that any alignment keeps, and runs that are good enough to split at when the budget is short; in tokens. */
const sureRun = 16;
const shortRun = 5;

// What both have in common at their ends is kept by any alignment that earns most.
function aligned(a: Int32Array, b: Int32Array, weights: Float64Array, count: number, budget: number) {
  const { fromA: from, toA, toB } = tighten({ fromA: 0, toA: a.length, fromB: 0, toB: b.length }, a, b);
  const found = middle(a.subarray(from, toA), b.subarray(from, toB), weights.subarray(from, toA), count, budget);
  return { ranges: found.ranges.map((range) => shift(range, from, from)), precise: found.precise };
}

function middle(a: Int32Array, b: Int32Array, weights: Float64Array, count: number, budget: number) {
  if (a.length * b.length <= Math.min(smallTable, budget)) return { ranges: align(a, b, weights), precise: true };
  const sure = anchored(a, b, weights, count, budget, sureRun);
  return sure.precise ? sure : anchored(a, b, weights, count, budget, shortRun);
}

function shift(range: Range, a: number, b: number): Range {
  return { fromA: range.fromA + a, toA: range.toA + a, fromB: range.fromB + b, toB: range.toB + b };
}
