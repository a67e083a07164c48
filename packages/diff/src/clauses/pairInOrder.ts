import { increasing } from "../words/anchored.ts";
import { bestPairs } from "./bestPairs.ts";
import { firstPiece } from "./firstPiece.ts";
import { leastLikeness, likeness, sharedEnds, surelyAlike } from "./likeness.ts";
import { type Sayings, sayings } from "./sayings.ts";
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
  const said = sayings(base, current);
  let start = 0;
  while (start < base.length && start < current.length && said.base[start] === said.current[start]) {
    out.push([start, start]);
    start++;
  }
  let endA = base.length;
  let endB = current.length;
  while (endA > start && endB > start && said.base[endA - 1] === said.current[endB - 1]) {
    endA--;
    endB--;
  }
  let i = start;
  let j = start;
  for (const [x, y] of [...unique(base, said, start, endA, endB), [endA, endB] as const]) {
    between(base, current, i, x, j, y, out);
    if (x < endA) out.push([x, y]);
    i = x + 1;
    j = y + 1;
  }
  for (let k = endA; k < base.length; k++) out.push([k, k - endA + endB]);
  return out;
}

// Clauses said once on each side and long enough to mean something by themselves.
function unique(base: readonly Subject[], said: Sayings, start: number, endA: number, endB: number) {
  const inBase = new Int32Array(said.count);
  const inCurrent = new Int32Array(said.count);
  const place = new Int32Array(said.count);
  for (let i = start; i < endA; i++) inBase[said.base[i]!]! += 1;
  for (let j = start; j < endB; j++) {
    const number = said.current[j]!;
    inCurrent[number]! += 1;
    place[number] = j;
  }
  const candidates: [number, number][] = [];
  for (let i = start; i < endA; i++) {
    const number = said.base[i]!;
    if (inBase[number] === 1 && inCurrent[number] === 1 && base[i]!.said.length >= 12)
      candidates.push([i, place[number]!]);
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
  if (n === m && inStep(base, current, i, j, n)) {
    for (let k = 0; k < n; k++) out.push([i + k, j + k]);
    return;
  }
  const found = bestPairs(n, m, (x, y) => worth(base[i + x]!, current[j + y]!));
  for (const [x, y] of found) out.push([i + x, j + y]);
  if (found.length > 0) return;
  const [x, y] = [
    m === 1 ? firstPiece(current[j]!, base.slice(i, toA)) : 0,
    n === 1 ? firstPiece(base[i]!, current.slice(j, toB)) : 0,
  ];
  if (n !== m && (n === 1 || m === 1) && x >= 0 && y >= 0) out.push([i + x, j + y]);
}

// Whether each of so many clauses is surely the one in its place: most that were amended stand where they stood.
function inStep(base: readonly Subject[], current: readonly Subject[], i: number, j: number, count: number): boolean {
  for (let k = 0; k < count; k++) if (!surelyAlike(base[i + k]!, current[j + k]!)) return false;
  return true;
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
