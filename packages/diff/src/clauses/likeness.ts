import type { Subject } from "./subject.ts";

/** The least likeness at which two clauses in the same place are one clause amended. */
export const leastLikeness = 0.3;

/** The least likeness at which a clause gone from one place is the one that came at another. */
export const leastMoved = 0.8;

/** How many words a moved clause has at least: short ones repeat by chance. */
export const leastMovedWords = 5;

/**
 * How alike two clauses are, from 0 to 1: the share of their words that they have in common (dice).
 * 1 when they say the same. A table is like a table alone.
 */
export function likeness(one: Subject, other: Subject): number {
  if ((one.kind === "table") !== (other.kind === "table")) return 0;
  if (one.said === other.said) return 1;
  const size = one.size() + other.size();
  if (size === 0) return 0;
  const [few, many] = one.size() <= other.size() ? [one, other] : [other, one];
  // No more words can be common than the shorter has.
  if ((2 * few.size()) / size < leastLikeness / 2) return 0;
  let common = 0;
  const words = many.words();
  for (const [word, times] of few.words()) common += Math.min(times, words.get(word) ?? 0);
  return (2 * common) / size;
}

/** The share of the longer clause that the two have in common at their ends, from 0 to 1. */
export function sharedEnds(one: Subject, other: Subject): number {
  const [a, b] = [one.said, other.said];
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return (start + end) / Math.max(a.length, b.length);
}

/** Whether two clauses have so much in common at their ends that their words need not be counted. */
export function surelyAlike(one: Subject, other: Subject): boolean {
  if ((one.kind === "table") !== (other.kind === "table")) return false;
  const [a, b] = [one.said, other.said];
  const shorter = Math.min(a.length, b.length);
  let needed = Math.ceil(0.6 * Math.max(a.length, b.length));
  if (shorter < 24 || shorter < needed) return false;
  for (let i = 0; needed > 0 && a.charCodeAt(i) === b.charCodeAt(i); i++) needed--;
  for (let i = 1; needed > 0 && a.charCodeAt(a.length - i) === b.charCodeAt(b.length - i); i++) needed--;
  return needed === 0;
}
