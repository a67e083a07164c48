import { type Stamp, sameStamp } from "./run.ts";

/** Deleted characters of a base clause, half-open offsets, and who deleted them. */
export interface Deleted {
  readonly from: number;
  readonly to: number;
  readonly by: Stamp;
}

/** Which characters of the base are deleted, and by whom: each by one. */
export interface Deletions {
  /** Notes that someone deleted the characters; those deleted already keep their deleter. */
  mark(base: string, from: number, to: number, by: Stamp): void;
  /** Takes the deleted ones among the characters as restored; the answer is their ranges in order. */
  restore(base: string, from: number, to: number): { readonly from: number; readonly to: number }[];
  /** The deleted ones among the characters, in order. */
  within(base: string, from: number, to: number): Deleted[];
  /** All, for keeping. */
  entries(): [string, readonly Deleted[]][];
}

/** Deletions as they were kept; none at first. */
export function createDeletions(kept: readonly (readonly [string, readonly Deleted[]])[] = []): Deletions {
  const all = new Map<string, readonly Deleted[]>(kept);

  function within(base: string, from: number, to: number): Deleted[] {
    return (all.get(base) ?? []).flatMap((one) => {
      const part = { ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) };
      return part.from < part.to ? [part] : [];
    });
  }

  function outside(base: string, from: number, to: number): Deleted[] {
    return [...within(base, 0, from), ...within(base, to, Infinity)];
  }

  function put(base: string, list: readonly Deleted[]): void {
    const joined: Deleted[] = [];
    for (const one of list.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && last.to === one.from && sameStamp(last.by, one.by))
        joined[joined.length - 1] = { ...last, to: one.to };
      else joined.push(one);
    }
    if (joined.length > 0) all.set(base, joined);
    else all.delete(base);
  }

  return {
    within,
    mark(base, from, to, by) {
      const there = within(base, from, to);
      const gaps: Deleted[] = [];
      let at = from;
      for (const one of [...there, { from: to, to }]) {
        if (at < one.from) gaps.push({ from: at, to: one.from, by });
        at = one.to;
      }
      put(base, [...outside(base, from, to), ...there, ...gaps]);
    },
    restore(base, from, to) {
      const there = within(base, from, to);
      if (there.length > 0) put(base, outside(base, from, to));
      return there;
    },
    entries: () => [...all].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  };
}
