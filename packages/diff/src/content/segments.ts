import { type Content, slice } from "@plenary/document";
import type { Segment } from "../redline.ts";
import type { Range } from "../words/range.ts";

/** The segments of two contents that differ in these ranges of their flat forms; none when both are empty. */
export function segments(base: Content, current: Content, length: number, ranges: readonly Range[]): Segment[] {
  const out: Segment[] = [];
  const push = (op: Segment["op"], content: Content) => {
    if (content.length > 0) out.push({ op, content });
  };
  let at = 0;
  for (const { fromA, toA, fromB, toB } of ranges) {
    push("=", slice(current, at, fromB));
    push("-", slice(base, fromA, toA));
    push("+", slice(current, fromB, toB));
    at = toB;
  }
  push("=", slice(current, at, length));
  return out;
}
