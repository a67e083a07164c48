import type { ClauseRedline, Segment } from "@plenary/diff";
import { slice } from "@plenary/document";

/**
 * The segments of the clauses that a split or merge gives, by their ids, as modifications of single clauses have
 * them: the clause with the base's id against all of its own base clause, every other one inserted. Entries that stand
 * alone are left out.
 */
export function jointSegments(entries: readonly ClauseRedline[]): ReadonlyMap<string, readonly Segment[]> {
  const out = new Map<string, readonly Segment[]>();
  entries.forEach((first, at) => {
    const joint = entries[at + 1]?.joint;
    if (first.joint || !joint) return;
    const end = entries.findIndex((entry, i) => i > at && !entry.joint);
    const group = entries.slice(at, end < 0 ? entries.length : end);
    const keeper = Math.max(
      0,
      group.findIndex(({ base, current }) => base?.id === current?.id),
    );
    if (joint === "split") group.forEach((entry, k) => out.set(idOf(entry, k === keeper), pieceOf(group, k, keeper)));
    else
      out.set(
        idOf(group[keeper]!, true),
        group.flatMap((entry, k) => (k === keeper ? entry.segments : inserted(entry))),
      );
  });
  return out;
}

function idOf({ base, current }: ClauseRedline, keeps: boolean): string {
  return (keeps ? base?.id : current?.id) ?? "";
}

function pieceOf(group: readonly ClauseRedline[], k: number, keeper: number): readonly Segment[] {
  const entry = group[k]!;
  if (k !== keeper) return inserted(entry);
  const base = entry.base?.content ?? [];
  const from = k === 0 ? 0 : (entry.changes[0]?.fromA ?? 0);
  const to = group[k + 1]?.changes[0]?.fromA ?? Infinity;
  return [
    { op: "-" as const, content: slice(base, 0, from) },
    ...entry.segments,
    { op: "-" as const, content: slice(base, to, Infinity) },
  ].filter(({ content }) => content.length > 0);
}

function inserted({ segments }: ClauseRedline): Segment[] {
  return segments.flatMap(({ op, content }) => (op === "-" ? [] : [{ op: "+" as const, content }]));
}
