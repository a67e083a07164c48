/** An update of a draft, as its history is made of. `at` is milliseconds since 1970. */
export interface LoggedAct {
  readonly seq: number;
  readonly person: string;
  readonly group: string;
  readonly at: number;
}

/** What one person did without a longer pause, a quarter of an hour at most: the updates from `from` to `to`, both included, counted from 1. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly group: string;
  /** Milliseconds since 1970: the first and the last update. */
  readonly began: number;
  readonly ended: number;
}

/** The pause that ends a moment. */
const GAP_MS = 5 * 60_000;

/** How long a moment lasts at most, so that a long evening's work is seen step by step. */
const LONGEST_MS = 15 * 60_000;

/** Updates in the order of their numbers as moments: a new one begins with another person, after a pause, and when one has lasted long. */
export function moments(updates: Iterable<LoggedAct>): Moment[] {
  const found: Moment[] = [];
  for (const { seq, person, group, at } of updates) {
    const last = found.at(-1);
    const same = last !== undefined && last.person === person && last.group === group;
    if (same && Math.abs(at - last.ended) < GAP_MS && at - last.began < LONGEST_MS)
      found[found.length - 1] = { ...last, to: seq, ended: at };
    else found.push({ from: seq, to: seq, person, group, began: at, ended: at });
  }
  return found;
}
