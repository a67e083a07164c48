import type { WordComment } from "../../read/readComments.ts";
import type { Ink, InkPart } from "../ink.ts";

/** The comments of a document while it is written. */
export interface CommentBook {
  /** The ink of a clause with the marks of its comments. */
  mark(ink: Ink, clauses: { readonly base: string | null; readonly current: string | null }): Ink;
  /** Whether a clause has comments. */
  has(id: string): boolean;
}

interface Point {
  readonly at: number;
  readonly xml: string;
}

/** The marks of these comments; those that are about no clause are about nothing in the file. */
export function createCommentBook(comments: readonly WordComment[]): CommentBook {
  const points = { base: new Map<string, Point[]>(), current: new Map<string, Point[]>() };
  const number = new Map(comments.map(({ id }, i) => [id, i]));
  for (const { id, side, clause, from, to } of comments) {
    if (clause === null) continue;
    const n = number.get(id) ?? 0;
    const list = points[side].get(clause) ?? [];
    list.push({ at: from, xml: `<w:commentRangeStart w:id="${n}"/>` });
    const end = `<w:commentRangeEnd w:id="${n}"/><w:r><w:commentReference w:id="${n}"/></w:r>`;
    list.push({ at: Math.max(from, to), xml: end });
    points[side].set(clause, list);
  }
  for (const lists of [points.base, points.current])
    for (const list of lists.values()) list.sort((one, other) => one.at - other.at);
  return {
    has: (id) => points.base.has(id) || points.current.has(id),
    mark(ink, clauses) {
      const left = {
        base: [...((clauses.base !== null && points.base.get(clauses.base)) || [])],
        current: [...((clauses.current !== null && points.current.get(clauses.current)) || [])],
      };
      if (left.base.length + left.current.length === 0) return ink;
      const due = (side: "base" | "current", at: number): InkPart[] => {
        const out: InkPart[] = [];
        while (left[side][0] && left[side][0].at <= at) {
          out.push({ type: "raw", length: 0, xml: left[side].shift()?.xml ?? "", tracking: null });
        }
        return out;
      };
      return {
        parts(op, start, length, whole) {
          const out: InkPart[] = [];
          for (let done = 0; done < length;) {
            const place = {
              base: start.base + (op === "+" ? 0 : done),
              current: start.current + (op === "-" ? 0 : done),
            };
            out.push(...due("base", place.base), ...due("current", place.current));
            const units = Math.min(
              length - done,
              op === "+" ? Infinity : (left.base[0]?.at ?? Infinity) - place.base,
              op === "-" ? Infinity : (left.current[0]?.at ?? Infinity) - place.current,
            );
            out.push(...ink.parts(op, place, units, whole));
            done += units;
          }
          return out;
        },
        rest: (place) => [...ink.rest(place), ...due("base", Infinity), ...due("current", Infinity)],
      };
    },
  };
}
