import { increasing } from "../words/anchored.ts";
import { bestPairs } from "./bestPairs.ts";
import { leastLikeness, likeness, sharedEnds, surelyAlike } from "./likeness.ts";
import { find, placesBySaying } from "./placesBySaying.ts";
import type { Subject } from "./subject.ts";

/** A base clause and a current one that are the same clause, by their places. */
export type Pair = readonly [base: number, current: number];

/**
 * Pairs clauses by what they say, keeping their order: equal ones at both ends, then equal ones
 * that occur once on each side, then, between those, the pairing of greatest likeness
 * (Needleman–Wunsch). Sorted by place.
 */
export function pairInOrder(base: readonly Subject[], current: readonly Subject[]): Pair[] {
  const out: Pair[] = [];
  let start = 0;
  while (start < base.length && start < current.length && same(base[start]!, current[start]!)) {
    out.push([start, start]);
    start++;
  }
  let end = 0;
  while (
    end < base.length - start &&
    end < current.length - start &&
    same(base[base.length - 1 - end]!, current[current.length - 1 - end]!)
  )
    end++;
  const endA = base.length - end;
  const endB = current.length - end;
  let i = start;
  let j = start;
  for (const [x, y] of [...unique(base, current, start, endA, endB), [endA, endB] as const]) {
    between(base, current, i, x, j, y, out);
    if (x < endA) out.push([x, y]);
    i = x + 1;
    j = y + 1;
  }
  for (let k = 0; k < end; k++) out.push([endA + k, endB + k]);
  return out;
}

function same(one: Subject, other: Subject): boolean {
  return one.said === other.said && (one.kind === "table") === (other.kind === "table");
}

// Clauses said once on each side and long enough to mean something by themselves.
function unique(base: readonly Subject[], current: readonly Subject[], start: number, endA: number, endB: number) {
  const inBase = placesBySaying(base, start, endA);
  const inCurrent = placesBySaying(current, start, endB);
  const candidates: [number, number][] = [];
  for (const { at: i, said } of inBase.values()) {
    if (i < 0 || said.length < 12) continue;
    const j = find(inCurrent, said)?.at ?? -1;
    if (j >= 0 && same(base[i]!, current[j]!)) candidates.push([i, j]);
  }
  return increasing(candidates);
}

function between(
  base: readonly Subject[],
  current: readonly Subject[],
  i: number,
  toA: number,
  j: number,
  toB: number,
  out: Pair[],
): void {
  const n = toA - i;
  const m = toB - j;
  if (n === 0 || m === 0) return;
  if (n === 1 && m === 1 && surelyAlike(base[i]!, current[j]!)) {
    out.push([i, j]);
    return;
  }
  for (const [x, y] of bestPairs(n, m, (x, y) => worth(base[i + x]!, current[j + y]!))) out.push([i + x, j + y]);
}

// Among clauses of one mould ("The ... is referred to in ..."), the same is known by how it begins and ends.
const endsWorth = 0.6;

// What pairing earns: nothing below the threshold, more for clauses that are equal, a little for the same label and kind.
function worth(one: Subject, other: Subject): number {
  const alike = likeness(one, other);
  if (alike < leastLikeness) return 0;
  const bonus =
    (one.said === other.said ? 0.2 : 0) + (one.label === other.label ? 0.02 : 0) + (one.kind === other.kind ? 0.02 : 0);
  return alike - leastLikeness / 2 + bonus + endsWorth * sharedEnds(one, other);
}
