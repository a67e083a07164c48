import { classAt, isPrefix } from "../tokens/characters.ts";
import { type Range, tighten } from "./range.ts";
import type { Tokens } from "../tokens/tokens.ts";

/** Token hunks in UTF-16 units; the spaces that both sides of a replacement share at its ends stand outside. */
export function present(a: Tokens, b: Tokens, ranges: readonly Range[]): Range[] {
  return ranges.map(({ fromA, toA, fromB, toB }) =>
    spacesOutside(a.text, b.text, {
      fromA: a.starts[fromA]!,
      toA: a.starts[toA]!,
      fromB: b.starts[fromB]!,
      toB: b.starts[toB]!,
    }),
  );
}

/**
 * Token hunks as a reader wants them: a pure insertion or deletion slid to where a phrase begins or
 * ends, a deletion that meets an insertion joined to a replacement.
 */
export function slideAll(
  a: Tokens,
  b: Tokens,
  numbersA: Int32Array,
  numbersB: Int32Array,
  ranges: readonly Range[],
): Range[] {
  const out: Range[] = [];
  ranges.forEach((range, k) => {
    const last = out.at(-1);
    const next = ranges[k + 1];
    const slid = slide(a, b, numbersA, numbersB, range, last, next);
    if (last && last.toA === slid.fromA && last.toB === slid.fromB) {
      const both = { fromA: last.fromA, toA: slid.toA, fromB: last.fromB, toB: slid.toB };
      out.pop();
      const range = tighten(both, numbersA, numbersB);
      if (range.fromA < range.toA || range.fromB < range.toB) out.push(range);
    } else out.push(slid);
  });
  return out;
}

// Runs of space of different lengths are different tokens, but the spaces that they share are kept.
function spacesOutside(a: string, b: string, range: Range): Range {
  let { fromA, toA, fromB, toB } = range;
  while (fromA < toA && fromB < toB && isSpace(a, fromA) && a[fromA] === b[fromB] && cuts(a, fromA) && cuts(b, fromB)) {
    fromA++;
    fromB++;
  }
  while (
    fromA < toA &&
    fromB < toB &&
    isSpace(a, toA - 1) &&
    a[toA - 1] === b[toB - 1] &&
    parts(a, toA - 1) &&
    parts(b, toB - 1)
  ) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}

// Line ends are left alone: a carriage return and its line feed stay together.
function isSpace(text: string, at: number): boolean {
  return text[at] !== "\r" && text[at] !== "\n" && classAt(text, at) === "space";
}

function parts(text: string, at: number): boolean {
  return at === 0 || !isPrefix(text.charCodeAt(at - 1));
}

function cuts(text: string, at: number): boolean {
  return at + 1 >= text.length || classAt(text, at + 1) !== "mark";
}

function slide(
  a: Tokens,
  b: Tokens,
  numbersA: Int32Array,
  numbersB: Int32Array,
  range: Range,
  last: Range | undefined,
  next: Range | undefined,
): Range {
  const inserts = range.fromA === range.toA;
  if (!inserts && range.fromB !== range.toB) return range;
  const [tokens, numbers, from, to] = inserts
    ? [b, numbersB, range.fromB, range.toB]
    : [a, numbersA, range.fromA, range.toA];
  const lowest = inserts ? (last?.toB ?? 0) : (last?.toA ?? 0);
  const highest = (inserts ? next?.fromB : next?.fromA) ?? numbers.length;
  let least = 0;
  while (from + least > lowest && numbers[from + least - 1] === numbers[to + least - 1]) least--;
  let most = 0;
  while (to + most < highest && numbers[from + most] === numbers[to + most]) most++;
  let best = 0;
  let bestScore = -1;
  for (let by = most; by >= least; by--) {
    const score = boundary(tokens, from + by, to + by);
    if (score > bestScore) {
      best = by;
      bestScore = score;
    }
  }
  return { fromA: range.fromA + best, toA: range.toA + best, fromB: range.fromB + best, toB: range.toB + best };
}

// A stretch that begins with its space, after the end of a phrase, and ends with the sign of its own end reads best.
function boundary(tokens: Tokens, from: number, to: number): number {
  const at = (i: number) =>
    i < 0 || i >= tokens.kinds.length ? "" : tokens.text.slice(tokens.starts[i], tokens.starts[i + 1]);
  let score = 0;
  if (tokens.kinds[from] === "space") score += 2;
  if (tokens.kinds[to - 1] === "space") score -= 1;
  if (/^[.;!?。；！？]$/u.test(at(to - 1)) && (from === 0 || /^[.;!?。；！？]$/u.test(at(from - 1)))) score += 4;
  else if (/^[,:，、：]$/u.test(at(to - 1))) score += 1;
  return score + 2;
}
