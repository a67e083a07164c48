import type { Clause, Text } from "@plenary/document";
import { sameClause } from "./sameClause.ts";
import type { State } from "./state.ts";

/** A clause of the new text that is not as it was, and where its entry stands in the redline. */
export interface WordEdit {
  readonly entry: number;
  readonly clause: Clause;
}

/**
 * The clauses that differ from the last text, when every clause stayed where it was and none that
 * changed is a table or becomes or ceases to be a footnote; null otherwise. `changed` are their ids;
 * without it all that are other objects than before are looked at. Sorted by entry.
 */
export function wordEdits(last: State, now: Text, changed: Iterable<string> | undefined): WordEdit[] | null {
  const before = last.redline.current.clauses;
  if (!last.sound || before.length !== now.clauses.length) return null;
  const edits: WordEdit[] = [];
  for (const at of changed ? placesOf(last, changed) : differing(before, now.clauses)) {
    const was = before[at];
    const clause = now.clauses[at];
    if (!was || !clause || was.id !== clause.id) return null;
    if (was.kind !== clause.kind && (isApart(was) || isApart(clause))) return null;
    if (sameClause(was, clause)) continue;
    const entry = last.entries.get(clause.id);
    if (entry === undefined || clause.rows.length > 0 || was.rows.length > 0) return null;
    edits.push({ entry, clause });
  }
  return edits.sort((one, other) => one.entry - other.entry);
}

function isApart({ kind }: Clause): boolean {
  return kind === "table" || kind === "footnote";
}

// A clause that is not known has no place, which the caller takes for a change of order.
function placesOf(last: State, ids: Iterable<string>): number[] {
  return [...new Set(ids)].map((id) => last.places.get(id) ?? -1);
}

function differing(before: readonly Clause[], now: readonly Clause[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i]) out.push(i);
  return out;
}
