import { leastMoved, leastMovedWords, likeness } from "./likeness.ts";
import type { Pair } from "./pairInOrder.ts";
import type { Subject } from "./subject.ts";

/**
 * Pairs what is left over on both sides when it was moved: nearly the same words, enough of them,
 * and no other candidate as like.
 */
export function pairMoves(base: readonly Subject[], current: readonly Subject[], pairs: readonly Pair[]): Pair[] {
  if (pairs.length === base.length || pairs.length === current.length) return [];
  const usedA = new Uint8Array(base.length);
  const usedB = new Uint8Array(current.length);
  for (let k = 0; k < pairs.length; k++) {
    const pair = pairs[k]!;
    usedA[pair[0]] = 1;
    usedB[pair[1]] = 1;
  }
  const left = longEnough(base, usedA);
  const right = longEnough(current, usedB);
  const found: { i: number; j: number; alike: number }[] = [];
  for (const i of left)
    for (const j of right) {
      const alike = likeness(base[i]!, current[j]!);
      if (alike >= leastMoved) found.push({ i, j, alike });
    }
  const rivals = (one: { i: number; j: number; alike: number }) =>
    found.filter((other) => other !== one && (other.i === one.i || other.j === one.j) && other.alike >= one.alike);
  return found.filter((one) => rivals(one).length === 0).map(({ i, j }) => [i, j]);
}

function longEnough(list: readonly Subject[], used: Uint8Array): number[] {
  const out: number[] = [];
  for (let i = 0; i < list.length; i++) if (used[i] === 0 && list[i]!.count() >= leastMovedWords) out.push(i);
  return out;
}
