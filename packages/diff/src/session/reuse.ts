import type { Clause, Text } from "@plenary/document";
import { hasAnchor } from "../content/anchorKeys.ts";
import type { ClauseRedline } from "../redline.ts";
import { sameClause } from "./sameClause.ts";
import type { State } from "./state.ts";

/** The entry of the last redline for a clause with these two sides, or null when it has to be made anew. */
type Reuse = (base: Clause | null, current: Clause | null, move: ClauseRedline["move"]) => ClauseRedline | null;

/** Finds the entries of the last redline that stay as they are; `footnotes` are those now paired. */
export function reuse(last: State, now: Text, footnotes: State["footnotes"]): Reuse {
  if (!last.sound || last.redline.current.language !== now.language) return () => null;
  const lone = new Map<string, ClauseRedline>();
  for (const entry of last.redline.clauses) if (entry.base && !entry.current) lone.set(entry.base.id, entry);
  // What an anchor means depends on the footnotes that there are and on which of them are paired.
  const sameNotes = notesOf(last.footnotes) === notesOf(footnotes) && sameIds(last, now);
  return (base, current, move) => {
    const entry = current ? last.redline.clauses[last.entries.get(current.id) ?? -1] : lone.get(base?.id ?? "");
    if (!entry || entry.base !== base || entry.move !== move) return null;
    if (current && !(entry.current && sameClause(entry.current, current))) return null;
    if (!sameNotes && base && current && hasAnchor([base, current])) return null;
    return entry;
  };
}

function notesOf(footnotes: State["footnotes"]): string {
  return JSON.stringify(footnotes.map(([one, other]) => [one.id, other.id]));
}

function sameIds(last: State, now: Text): boolean {
  return now.clauses.length === last.places.size && now.clauses.every(({ id }) => last.places.has(id));
}
