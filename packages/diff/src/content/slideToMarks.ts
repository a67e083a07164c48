import { type Content, type Mark, flatten, sameMarks, slice } from "@plenary/document";
import type { Range } from "../words/range.ts";
import { hasMarks } from "./markRanges.ts";

/**
 * The ranges, an insertion or deletion slid over the spaces at its edge where only so the spaces that are kept keep
 * their marks too. Ranges stay ordered and apart; their words are the same but for the side that the spaces stand on.
 */
export function slideToMarks(base: Content, current: Content, ranges: readonly Range[]): readonly Range[] {
  if (!hasMarks(base) && !hasMarks(current)) return ranges;
  const said = { base: flatten(base), current: flatten(current) };
  const out: Range[] = [];
  ranges.forEach((range, k) => {
    const last = out.at(-1) ?? { toA: -1, toB: -1 };
    const next = ranges[k + 1] ?? { fromA: said.base.length + 1, fromB: said.current.length + 1 };
    const slid = slides(said.base, said.current, range).find(
      (other) =>
        last.toA < other.fromA &&
        last.toB < other.fromB &&
        other.toA < next.fromA &&
        other.toB < next.fromB &&
        !keepsMarks(base, current, range, other) &&
        keepsMarks(base, current, other, range),
    );
    out.push(slid ?? range);
  });
  return out;
}

/** The range with the spaces at its beginning behind it, and with those at its end before it, as far as they are alike. */
function slides(base: string, current: string, range: Range): Range[] {
  const inserts = range.fromA === range.toA;
  if (!inserts && range.fromB !== range.toB) return [];
  const [said, from, to] = inserts ? [current, range.fromB, range.toB] : [base, range.fromA, range.toA];
  const first = /^ */u.exec(said.slice(from, to))![0].length;
  const last = / *$/u.exec(said.slice(from, to))![0].length;
  return [
    ...(first > 0 && said.startsWith(" ".repeat(first), to) ? [by(range, first)] : []),
    ...(last > 0 && said.endsWith(" ".repeat(last), from) && from >= last ? [by(range, -last)] : []),
  ];
}

/** Whether the spaces that one range keeps and the other does not are marked alike in both contents. */
function keepsMarks(base: Content, current: Content, { fromB, toA, toB }: Range, other: Range): boolean {
  const by = other.fromB - fromB;
  const [a, b] = by > 0 ? [toA, toB] : [other.fromA, other.fromB];
  const before = marksOf(base, a, a + Math.abs(by));
  const after = marksOf(current, b, b + Math.abs(by));
  return before.every((marks, i) => sameMarks(marks, after[i]));
}

/** The marks of every unit of a stretch of text. */
function marksOf(content: Content, from: number, to: number): (readonly Mark[])[] {
  return slice(content, from, to).flatMap((piece) =>
    piece.type === "text" ? Array<readonly Mark[]>(piece.text.length).fill(piece.marks ?? []) : [],
  );
}

function by({ fromA, toA, fromB, toB }: Range, units: number): Range {
  return { fromA: fromA + units, toA: toA + units, fromB: fromB + units, toB: toB + units };
}
