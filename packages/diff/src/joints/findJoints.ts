import { type Clause, flatten } from "@plenary/document";
import type { Pairing } from "../clauses/pairing.ts";
import { fits } from "./fits.ts";
import type { Joint } from "./joint.ts";
import { type Word, wordsOf } from "./words.ts";

/**
 * The clauses of a pairing that were split or merged: paired clauses next to which stands one that
 * is on one side only and says what the pair lacks. Tables, footnotes and moved clauses have no part
 * in it. In reading order; no clause is in two. `splitsAlone`: merges are not looked for.
 */
export function findJoints(
  base: readonly Clause[],
  current: readonly Clause[],
  pairing: Pairing,
  splitsAlone = false,
): Joint[] {
  const pairs = [...pairing.kept, ...pairing.moved];
  const freeA = free(base, new Set(pairs.map(([i]) => i)));
  const freeB = free(current, new Set(pairs.map(([, j]) => j)));
  if (freeA.size === 0 && freeB.size === 0) return [];
  const words = new Map<Clause, readonly Word[]>();
  const wordsIn = (clause: Clause) => {
    const known = words.get(clause) ?? wordsOf(flatten(clause.content));
    words.set(clause, known);
    return known;
  };
  return pairing.kept.flatMap(([i, j]): Joint[] => {
    const one = base[i]!;
    const other = current[j]!;
    if (!isSingle(one) || !isSingle(other)) return [];
    const [fromB, toB] = stretch(current, freeB, j, one, wordsIn);
    if (toB - fromB > 1) return [{ fromA: i, toA: i + 1, fromB, toB }];
    if (splitsAlone) return [];
    const [fromA, toA] = stretch(base, freeA, i, other, wordsIn);
    return toA - fromA > 1 ? [{ fromA, toA, fromB: j, toB: j + 1 }] : [];
  });
}

/** The places of clauses that have no counterpart and may be a piece of another. */
function free(clauses: readonly Clause[], paired: ReadonlySet<number>): Set<number> {
  const out = new Set<number>();
  clauses.forEach((clause, i) => {
    if (!paired.has(i) && isSingle(clause)) out.add(i);
  });
  return out;
}

function isSingle({ kind, rows }: Clause): boolean {
  return kind !== "table" && kind !== "footnote" && rows.length === 0;
}

// How far a clause reaches around the place of its counterpart. What is taken is free no more.
function stretch(
  list: readonly Clause[],
  free: Set<number>,
  at: number,
  counterpart: Clause,
  wordsIn: (clause: Clause) => readonly Word[],
): [from: number, to: number] {
  if (!free.has(at - 1) && !free.has(at + 1)) return [at, at + 1];
  const whole = wordsIn(counterpart);
  let from = at;
  let to = at + 1;
  const pieces = (start: number, end: number) => list.slice(start, end).map(wordsIn);
  // Many pieces are the whole together, a few of them are not yet.
  for (let end = to; free.has(end);) {
    const fit = fits(whole, pieces(from, end + 1), end - from);
    if (fit === null) break;
    end++;
    if (fit === "whole") to = end;
  }
  for (let start = from; free.has(start - 1);) {
    const fit = fits(whole, pieces(start - 1, to), 0);
    if (fit === null) break;
    start--;
    if (fit === "whole") from = start;
  }
  for (let i = from; i < to; i++) free.delete(i);
  return [from, to];
}
