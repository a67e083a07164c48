import type { Clause, Text } from "@plenary/document";
import { hasAnchor } from "../content/anchorKeys.ts";
import { isInJoint } from "../joints/applyJoint.ts";
import type { ClauseRedline } from "../redline.ts";
import { sameClause } from "./sameClause.ts";
import type { State } from "./state.ts";

/** What of the last redline stays as it is; null for what has to be made anew. */
interface Reuse {
  /** The entry of a clause with these two sides. */
  entry(base: Clause | null, current: Clause | null, move: ClauseRedline["move"]): ClauseRedline | null;
  /** The entries of a split or merge. */
  joint(base: readonly Clause[], current: readonly Clause[]): ClauseRedline[] | null;
}

const nothing: Reuse = { entry: () => null, joint: () => null };

/** Finds the entries of the last redline that stay as they are; `footnotes` are those now paired. */
export function reuse(last: State, now: Text, footnotes: State["footnotes"]): Reuse {
  if (!last.sound || last.redline.current.language !== now.language) return nothing;
  const lone = new Map<string, ClauseRedline>();
  for (const entry of last.redline.clauses) if (entry.base && !entry.current) lone.set(entry.base.id, entry);
  // What an anchor means depends on the footnotes that there are and on which of them are paired.
  const sameNotes = notesOf(last.footnotes) === notesOf(footnotes) && sameIds(last, now);
  const { clauses } = last.redline;
  const stays = (entry: ClauseRedline | undefined, base: Clause | null, current: Clause | null) => {
    if (!entry || entry.base !== base) return false;
    if (current && !(entry.current && sameClause(entry.current, current))) return false;
    return sameNotes || !base || !current || !hasAnchor([base, current]);
  };
  return {
    entry: (base, current, move) => {
      const at = current ? (last.entries.get(current.id) ?? -1) : -1;
      const entry = current ? clauses[at] : lone.get(base?.id ?? "");
      if (!entry || !stays(entry, base, current) || entry.move !== move) return null;
      return current && isInJoint(clauses, at) ? null : entry;
    },
    joint: (base, current) => {
      const at = last.entries.get(current[0]?.id ?? "") ?? -1;
      const length = Math.max(base.length, current.length);
      const entries = clauses.slice(at, at + length);
      const whole = entries.every(
        (entry, k) =>
          k > 0 === (entry.joint !== undefined) &&
          stays(entry, base[Math.min(k, base.length - 1)]!, current[Math.min(k, current.length - 1)]!),
      );
      return at >= 0 && entries.length === length && whole && !clauses[at + length]?.joint ? entries : null;
    },
  };
}

function notesOf(footnotes: State["footnotes"]): string {
  return JSON.stringify(footnotes.map(([one, other]) => [one.id, other.id]));
}

function sameIds(last: State, now: Text): boolean {
  return now.clauses.length === last.places.size && now.clauses.every(({ id }) => last.places.has(id));
}
