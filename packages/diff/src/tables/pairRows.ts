import type { Row } from "@plenary/document";
import type { Pair } from "../clauses/pairInOrder.ts";
import { pairById, pairByLikeness } from "../clauses/pairing.ts";
import { cellSubject, rowSubject } from "../clauses/subject.ts";
import { increasing } from "../words/anchored.ts";
import { gapsOf, withEqualGaps } from "./inGaps.ts";

/**
 * The rows of two tables that are one, in order: by id when ids are trusted; else those that begin
 * with the same words, then those that are alike, then by place those that are as many between two
 * pairs on both sides.
 */
export function pairRows(base: readonly Row[], current: readonly Row[], ids: "trusted" | "by-likeness"): Pair[] {
  if (ids === "trusted") return [...pairById(base, current, () => true).kept];
  const heads = sameHeads(base, current);
  const alike = gapsOf(heads, base.length, current.length).flatMap(({ fromA, toA, fromB, toB }, g) => {
    const one = base.slice(fromA, toA).map(rowSubject);
    const other = current.slice(fromB, toB).map(rowSubject);
    const between = pairByLikeness(one, other, false).kept.map(([i, j]): Pair => [fromA + i, fromB + j]);
    const next = heads[g];
    return next ? [...between, next] : between;
  });
  return withEqualGaps(alike, base.length, current.length);
}

// Rows whose first cell says something that no other row of their table begins with. Figures alone number the rows: they
// change when one is added.
function sameHeads(base: readonly Row[], current: readonly Row[]): readonly Pair[] {
  const places = headPlaces(current);
  const pairs: [number, number][] = [];
  for (const [head, i] of headPlaces(base)) {
    const j = places.get(head);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return increasing(pairs);
}

// By first cell, -1 for what stands in several.
function headPlaces(rows: readonly Row[]): Map<string, number> {
  const out = new Map<string, number>();
  rows.forEach(({ cells }, r) => {
    const said = cells[0] ? cellSubject(cells[0]).said : "";
    if (/\p{L}{2}|\p{Script=Han}/u.test(said)) out.set(said, out.has(said) ? -1 : r);
  });
  return out;
}
