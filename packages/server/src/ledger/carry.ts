import { type Run, sliceRuns } from "./run.ts";
import { type Segment, recognisable, seek, sharedSegment } from "./segment.ts";

/** Text that left a clause, with whose it was. `id` is the clause's; `at` is when, in milliseconds since 1970. */
export interface Departed {
  readonly id: string;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly at: number;
}

/** Text that came into a clause: `key` is the clause's in the ledger, `from` its offset there. */
export interface Arrival {
  readonly key: string;
  readonly id: string;
  readonly from: number;
  readonly text: string;
}

/** Takes runs that came along: they lie from `at` of the clause on. */
type Place = (key: string, at: number, runs: readonly Run[]) => void;

/**
 * Finds the text that arrived among the text that departed: whole stretches of the same update at any length, then
 * recognisable parts, those of the same update before those that left earlier, the latest first. What is found is placed
 * and no longer departed; the answer is what is left of both lists.
 */
export function carry(
  arrivals: readonly Arrival[],
  now: readonly Departed[],
  earlier: readonly Departed[],
  place: Place,
) {
  const left = { now: [...now], earlier: [...earlier] };
  const others = arrivals.filter((arrival) => {
    const same = left.now.findIndex(({ id, text }) => text === arrival.text && id === arrival.id);
    const index = same === -1 ? left.now.findIndex(({ text }) => text === arrival.text) : same;
    const [found] = index === -1 ? [] : left.now.splice(index, 1);
    if (found) place(arrival.key, arrival.from, found.runs);
    return !found;
  });
  for (const arrival of others) seekIn(arrival, 0, arrival.text.length);
  return left;

  function seekIn(arrival: Arrival, from: number, to: number): void {
    const sought = seek(arrival.text.slice(from, to));
    if (!sought) return;
    for (const list of [left.now, left.earlier]) {
      let best: Segment | null = null;
      let source = -1;
      for (let i = list.length - 1; i >= 0; i--) {
        const shared = sharedSegment(list[i]!.text, sought);
        if (shared && shared.weight > (best?.weight ?? 0)) [best, source] = [shared, i];
      }
      if (!best) continue;
      const { fromA, toA } = best;
      const [start, end] = [from + best.fromB, from + best.toB];
      const found = list[source]!;
      for (const { a, b, length } of together(found.text.slice(fromA, toA), arrival.text.slice(start, end)))
        place(arrival.key, arrival.from + start + b, sliceRuns(found.runs, fromA + a, fromA + a + length));
      list.splice(source, 1, ...remains(found, 0, fromA), ...remains(found, toA, found.text.length));
      seekIn(arrival, from, start);
      seekIn(arrival, end, to);
      return;
    }
  }
}

function remains(departed: Departed, from: number, to: number): Departed[] {
  const text = departed.text.slice(from, to);
  return recognisable(text) ? [{ ...departed, text, runs: sliceRuns(departed.runs, from, to) }] : [];
}

/** Which units stand for each other in two texts that are equal after normalisation. */
function together(a: string, b: string): { a: number; b: number; length: number }[] {
  if (a === b) return [{ a: 0, b: 0, length: a.length }];
  const [ours, theirs] = [clusters(a), clusters(b)];
  return ours.map((one, i) => {
    const other = theirs[i] ?? { index: b.length, length: 0 };
    return { a: one.index, b: other.index, length: Math.min(one.length, other.length) };
  });
}

function clusters(text: string): { index: number; length: number }[] {
  return Array.from(text.matchAll(/\P{M}\p{M}*|\p{M}+/gu), ({ 0: cluster, index }) => ({
    index,
    length: cluster.length,
  }));
}
