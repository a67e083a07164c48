import type { Clause, Language } from "@plenary/document";
import { changesIn } from "../plan.ts";
import type { Change, ClauseRedline, Redline } from "../redline.ts";
import { type Place, placeOf } from "./place.ts";
import { lineOf } from "./summary.ts";

/**
 * Gives the summaries of a redline's changes by their ids; each line is what `summary` says. To be
 * kept from one redline to the next: a line is made anew only for a change that is another object
 * or stands elsewhere.
 */
export function summaries(language: Language): (redline: Redline) => ReadonlyMap<string, string> {
  const known = new WeakMap<Change, { readonly at: string; readonly line: string }>();
  return (redline) => {
    const { base, current } = redline;
    const inBase = placesOf(base.clauses);
    const inCurrent = placesOf(current.clauses);
    const out = new Map<string, string>();
    for (const top of redline.clauses) {
      if (changesIn(top).length === 0) continue;
      const before = top.base && inBase(top.base);
      const here = top.current ? inCurrent(top.current) : before;
      if (!here) continue;
      const at = JSON.stringify([current.language, here, before]);
      for (const entry of entriesIn(top))
        for (const change of entry.changes) {
          const last = known.get(change);
          const line =
            last?.at === at
              ? last.line
              : lineOf(change, { entry, inTable: entry !== top, here, before }, current.language, language);
          if (line !== last?.line || last.at !== at) known.set(change, { at, line });
          out.set(change.id, line);
        }
    }
    return out;
  };
}

// By id: the entry of a session may hold the equal clause of an earlier text.
function placesOf(clauses: readonly Clause[]): (clause: Clause) => Place {
  const at = new Map(clauses.map(({ id }, i) => [id, i]));
  return ({ id }) => placeOf(clauses, at.get(id) ?? 0);
}

function entriesIn(entry: ClauseRedline): ClauseRedline[] {
  const inside = entry.rows.flatMap(({ cells }) => cells.flatMap(({ clauses }) => clauses.flatMap(entriesIn)));
  return [entry, ...inside];
}
