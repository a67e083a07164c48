/** An update of a draft, as its history is made of. `at` is milliseconds since 1970. */
export interface LoggedAct {
  readonly seq: number;
  readonly person: string;
  readonly group: string;
  readonly at: number;
}

/** What one person did without a longer pause: the updates from `from` to `to`, both included, counted from 1. */
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

/** Updates in the order of their numbers as moments: a new one begins with another person, and after a pause. */
export function moments(updates: Iterable<LoggedAct>): Moment[] {
  const found: Moment[] = [];
  for (const { seq, person, group, at } of updates) {
    const last = found.at(-1);
    if (last && last.person === person && last.group === group && Math.abs(at - last.ended) < GAP_MS)
      found[found.length - 1] = { ...last, to: seq, ended: at };
    else found.push({ from: seq, to: seq, person, group, began: at, ended: at });
  }
  return found;
}
