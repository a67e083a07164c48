import { diffText } from "@plenary/diff";
import type { Language } from "@plenary/document";
import type { Deletions } from "./deletions.ts";
import type { Run } from "./run.ts";
import { edge } from "./segment.ts";

/** Characters of the base, half-open offsets, that stand again in a clause from `at` on. */
export interface Retyped {
  readonly at: number;
  readonly base: string;
  readonly from: number;
  readonly to: number;
}

/** A clause as the ledger has it. */
interface Place {
  readonly id: string;
  readonly text: string;
  readonly runs: readonly Run[];
}

/**
 * The rule for a base word typed again where it was deleted: between two characters of one base clause, or at its ends,
 * whole words that were deleted there and stand there now, in the same order, are the base's again, whoever typed them.
 * So the ledger and the redline agree on what is an edit.
 */
export function retyped(
  { id, text, runs }: Place,
  base: ReadonlyMap<string, string>,
  deletions: Deletions,
  language: Language,
): Retyped[] {
  const found: Retyped[] = [];
  let at = 0;
  let before: Run | null = null;
  for (let i = 0; i < runs.length; i++) {
    let end = at;
    while (runs[i] && runs[i]!.base === null) end += runs[i++]!.length;
    const next: Run | null = runs[i] ?? null;
    if (end > at) fill(before, next, at, text.slice(at, end));
    at = end + (next?.length ?? 0);
    before = next;
  }
  return found;

  function fill(last: Run | null, next: Run | null, start: number, said: string): void {
    const clause = last?.base ?? next?.base ?? id;
    const whole = base.get(clause);
    if (whole === undefined) return;
    const from = last ? last.offset + last.length : 0;
    const to = next?.base === clause ? next.offset : whole.length;
    if (from >= to || deletions.within(clause, from, to).length === 0) return;
    const gap = whole.slice(from, to);
    let [a, b] = [0, 0];
    for (const [op, same] of diffText(gap, said, { language })) {
      if (op === "=") {
        const words = wholeWords(gap, a, said, b, same.length);
        if (words) take(clause, from + a + words.start, start + b + words.start, words.end - words.start);
      }
      if (op !== "+") a += same.length;
      if (op !== "-") b += same.length;
    }
  }

  function take(clause: string, from: number, place: number, length: number): void {
    const dead = deletions.within(clause, from, from + length).reduce((sum, one) => sum + one.to - one.from, 0);
    if (dead === length) found.push({ at: place, base: clause, from, to: from + length });
  }
}

function wholeWords(gap: string, a: number, said: string, b: number, length: number) {
  let [start, end] = [0, length];
  while (start < end && !(edge(gap, a + start) && edge(said, b + start))) start += 1;
  while (start < end && !(edge(gap, a + end) && edge(said, b + end))) end -= 1;
  if (start === end) return null;
  return gap === said || /[\p{L}\p{N}]/u.test(gap.slice(a + start, a + end)) ? { start, end } : null;
}
