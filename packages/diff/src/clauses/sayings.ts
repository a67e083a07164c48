import type { Subject } from "./subject.ts";

/** What two lists of subjects say, as numbers: two have the same number when they say the same and both or neither are tables. */
export interface Sayings {
  readonly base: Int32Array;
  readonly current: Int32Array;
  /** How many numbers there are; they run from 0. */
  readonly count: number;
}

/**
 * Numbers what the subjects say. The hash is made of the length and some characters, so that long
 * texts are not read to their end; those that share it are compared.
 */
export function sayings(base: readonly Subject[], current: readonly Subject[]): Sayings {
  const seen: Subject[] = [];
  let size = 16;
  while (size < 2 * (base.length + current.length)) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const number = (one: Subject): number => {
    let slot = hash(one.said) & (size - 1);
    for (let at = slots[slot]!; at >= 0; at = slots[slot]!) {
      if (sameSaying(seen[at]!, one)) return at;
      slot = (slot + 1) & (size - 1);
    }
    slots[slot] = seen.length;
    return seen.push(one) - 1;
  };
  const inBase = new Int32Array(base.length);
  const places = new Int32Array(base.length);
  for (let i = 0; i < base.length; i++) places[(inBase[i] = number(base[i]!))] = i;
  const inCurrent = new Int32Array(current.length);
  const known = seen.length;
  // Most of a text says what the base says there: what comes next is looked at before anything is searched.
  let next = 0;
  for (let j = 0; j < current.length; j++) {
    const one = current[j]!;
    if (next < base.length && sameSaying(base[next]!, one)) inCurrent[j] = inBase[next++]!;
    else {
      const found = (inCurrent[j] = number(one));
      if (found < known) next = places[found]! + 1;
    }
  }
  return { base: inBase, current: inCurrent, count: seen.length };
}

function sameSaying(one: Subject, other: Subject): boolean {
  return one.said === other.said && (one.kind === "table") === (other.kind === "table");
}

function hash(said: string): number {
  let key = said.length;
  const step = Math.max(1, said.length >> 3);
  for (let i = 0; i < said.length; i += step) key = (Math.imul(key, 31) + said.charCodeAt(i)) | 0;
  return key ^ (key >>> 15);
}
