/** Who edited, on whose behalf: ids as the log has them. */
export interface Who {
  readonly person: string;
  readonly group: string;
}

/** Who edited and when; `at` is milliseconds since 1970 by the server's clock. */
export interface Stamp extends Who {
  readonly at: number;
}

/**
 * A stretch of characters (UTF-16 units of the flat content) of one origin. A stretch of the base has the id of its base
 * clause and the offset of its first character there, and `by` says who brought it here, null where the base has it. Any
 * other stretch has an empty `base`, and `by` says who wrote it.
 */
export type Run =
  | { readonly length: number; readonly base: string; readonly offset: number; readonly by: Stamp | null }
  | { readonly length: number; readonly base: null; readonly offset: 0; readonly by: Stamp };

/** Characters that someone wrote. */
export function written(length: number, by: Stamp): Run {
  return { length, base: null, offset: 0, by };
}

/** Characters of a base clause from an offset on. */
export function ofBase(base: string, offset: number, length: number, by: Stamp | null): Run {
  return { length, base, offset, by };
}

/** The runs of the half-open range [from, to). */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, run.length);
    if (start < end) out.push(cut(run, start, end));
    at += run.length;
    if (at >= to) break;
  }
  return out;
}

/** Runs one after the other; neighbours of one origin are one run, and none is empty. */
export function joinRuns(...lists: (readonly Run[])[]): Run[] {
  const out: Run[] = [];
  for (const run of lists.flat()) {
    const last = out.at(-1);
    if (run.length === 0) continue;
    if (last && follows(last, run)) out[out.length - 1] = { ...last, length: last.length + run.length };
    else out.push(run);
  }
  return out;
}

/** The runs with others laid over those from `at` on. */
export function layRuns(runs: readonly Run[], at: number, over: readonly Run[]): Run[] {
  const end = at + runLength(over);
  return joinRuns(sliceRuns(runs, 0, at), over, sliceRuns(runs, end, Infinity));
}

/** How many characters the runs are. */
export function runLength(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** Whether two stamps say the same. */
export function sameStamp(one: Stamp | null, other: Stamp | null): boolean {
  if (one === null || other === null) return one === other;
  return one.person === other.person && one.group === other.group && one.at === other.at;
}

function cut(run: Run, from: number, to: number): Run {
  return run.base === null ? written(to - from, run.by) : ofBase(run.base, run.offset + from, to - from, run.by);
}

function follows(last: Run, run: Run): boolean {
  if (last.base !== run.base || !sameStamp(last.by, run.by)) return false;
  return run.base === null || last.offset + last.length === run.offset;
}
