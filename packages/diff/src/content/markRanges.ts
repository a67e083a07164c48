import { type Content, type Mark, flatPiece, sameMarks, slice } from "@plenary/document";
import type { Range } from "../words/range.ts";

/** A kept stretch whose formatting changed, with the marks before and after. */
export interface MarkRange extends Range {
  readonly before: readonly Mark[];
  readonly after: readonly Mark[];
}

/** The stretches that both contents keep, with other marks; `ranges` are those whose words differ, `lengthA` the base's flat length. */
export function markRanges(base: Content, current: Content, lengthA: number, ranges: readonly Range[]): MarkRange[] {
  if (!hasMarks(base) && !hasMarks(current)) return [];
  const out: MarkRange[] = [];
  let a = 0;
  let b = 0;
  const keep = (toA: number) => {
    const before = spans(base, a, toA);
    const after = spans(current, b, b + toA - a);
    for (let i = 0, j = 0, at = a; at < toA;) {
      const one = before[i]!;
      const other = after[j]!;
      const next = Math.min(one.end + a, other.end + a);
      if (!sameMarks(one.marks, other.marks)) add(out, at, next, b - a, one.marks, other.marks);
      at = next;
      if (one.end + a === next) i++;
      if (other.end + a === next) j++;
    }
  };
  for (const range of ranges) {
    keep(range.fromA);
    a = range.toA;
    b = range.toB;
  }
  keep(lengthA);
  return out;
}

function add(
  out: MarkRange[],
  from: number,
  to: number,
  by: number,
  before: readonly Mark[],
  after: readonly Mark[],
): void {
  const last = out.at(-1);
  if (
    last &&
    last.toA === from &&
    sameMarks(last.before, before) &&
    sameMarks(last.after, after) &&
    last.toB === from + by
  )
    out[out.length - 1] = { ...last, toA: to, toB: to + by };
  else out.push({ fromA: from, toA: to, fromB: from + by, toB: to + by, before, after });
}

/** Whether some of the content is formatted. */
export function hasMarks(content: Content): boolean {
  return content.some((piece) => piece.type === "text" && piece.marks !== undefined && piece.marks.length > 0);
}

function spans(content: Content, from: number, to: number): { end: number; marks: readonly Mark[] }[] {
  let end = 0;
  return slice(content, from, to).map((piece) => ({
    end: (end += flatPiece(piece).length),
    marks: (piece.type === "text" ? piece.marks : undefined) ?? [],
  }));
}
