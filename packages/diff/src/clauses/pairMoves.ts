import { leastMoved, leastMovedWords, likeness } from "./likeness.ts";
import type { Pair } from "./pairInOrder.ts";
import type { Subject } from "./subject.ts";

/**
 * Pairs what is left over on both sides when it was moved: nearly the same words, enough of them,
 * and no other candidate as like.
 */
export function pairMoves(base: readonly Subject[], current: readonly Subject[], pairs: readonly Pair[]): Pair[] {
  const usedA = new Set(pairs.map(([i]) => i));
  const usedB = new Set(pairs.map(([, j]) => j));
  const left = indexes(base, usedA);
  const right = indexes(current, usedB);
  if (left.length === 0 || right.length === 0) return [];
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

function indexes(list: readonly Subject[], used: ReadonlySet<number>): number[] {
  const out: number[] = [];
  list.forEach((one, i) => {
    if (!used.has(i) && one.size() >= leastMovedWords) out.push(i);
  });
  return out;
}
