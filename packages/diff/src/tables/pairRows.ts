import type { Row } from "@plenary/document";
import type { Pair } from "../clauses/pairInOrder.ts";
import { pairById, pairByLikeness } from "../clauses/pairing.ts";
import { rowSubject } from "../clauses/subject.ts";
import { withEqualGaps } from "./inGaps.ts";

/** The rows of two tables that are one, in order: by id when ids are trusted, else by what they say and then by place. */
export function pairRows(base: readonly Row[], current: readonly Row[], ids: "trusted" | "by-likeness"): Pair[] {
  if (ids === "trusted") return [...pairById(base, current, () => true).kept];
  const { kept } = pairByLikeness(base.map(rowSubject), current.map(rowSubject), false);
  return withEqualGaps(kept, base.length, current.length);
}
