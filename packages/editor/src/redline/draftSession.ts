import { currentText } from "@plenary/collab";
import { type Redline, compare } from "@plenary/diff";
import type { Clause, Text } from "@plenary/document";
import { entries } from "./entries.ts";

/** Gives the current text of a raw reading of the page. */
export type CurrentSession = (raw: readonly Clause[]) => Text;

/**
 * The current text, kept from one reading to the next: while only words of clauses change, labels
 * and ids stay, and nothing is computed again. The result equals `currentText`.
 */
export function currentSession(published: Text): CurrentSession {
  let last: { raw: readonly Clause[]; current: Text; unique: boolean } | null = null;
  return (raw) => {
    const edited = last?.unique ? wordEdits(last.raw, raw) : null;
    if (last && edited?.size === 0) return last.current;
    const current =
      last && edited
        ? {
            ...last.current,
            clauses: last.current.clauses.map((clause) => {
              const now = edited.get(clause.id);
              return now ? { ...clause, content: now.content } : clause;
            }),
          }
        : currentText(raw, published);
    last = { raw, current, unique: last && edited ? true : uniqueIds(raw) };
    return current;
  };
}

/** In a live draft a clause keeps its id, whatever becomes of its words. */
const trusted = { ids: "trusted" } as const;

/** Gives the redline from one base to a current text. */
export type RedlineSession = (current: Text) => Redline;

/**
 * The redline, kept from one current text to the next: while only the words of clauses that have
 * their base counterpart change, those clauses alone are compared. The result equals `compare`.
 */
export function redlineSession(base: Text): RedlineSession {
  let last: Redline | null = null;
  return (current) => {
    if (last?.current === current) return last;
    last = (last && patched(last, current)) ?? compare(base, current, trusted);
    return last;
  };
}

function patched(last: Redline, current: Text): Redline | null {
  const edited = wordEdits(last.current.clauses, current.clauses);
  if (!edited || edited.size > 8) return null;
  const replaced = new Map<string, Redline["clauses"][number]>();
  for (const clause of edited.values()) {
    const at = last.clauses.findIndex((one) => one.current?.id === clause.id);
    const entry = last.clauses[at];
    // Beside a clause that is on one side only its words may make a split or a merge.
    if ([at - 1, at + 1].some((beside) => !isPaired(last.clauses[beside]))) return null;
    if (!entry?.base || entry.joint || entry.base.id !== clause.id || entry.move !== null) return null;
    const part = compare({ ...last.base, clauses: [entry.base] }, { ...current, clauses: [clause] }, trusted);
    const only = part.clauses[0];
    if (part.clauses.length !== 1 || !only?.base || !only.current) return null;
    replaced.set(clause.id, only);
  }
  const clauses = last.clauses.map((entry) => {
    const now = entry.current && entry.move !== "from" ? replaced.get(entry.current.id) : undefined;
    return now ?? entry;
  });
  return { base: last.base, current, clauses, changes: entries(clauses).flatMap((entry) => entry.changes) };
}

function isPaired(entry: Redline["clauses"][number] | undefined): boolean {
  return !entry || (entry.base !== null && entry.current !== null && entry.move === null && !entry.joint);
}

/**
 * The clauses of the top level whose words alone differ, by id; null when anything else does: the
 * order, an id, a kind, a level, a label, a table, or whether a clause says anything.
 */
function wordEdits(before: readonly Clause[], after: readonly Clause[]): Map<string, Clause> | null {
  if (before.length !== after.length) return null;
  const edited = new Map<string, Clause>();
  for (const [i, now] of after.entries()) {
    const was = before[i]!;
    if (was === now) continue;
    const same = was.id === now.id && was.kind === now.kind && was.level === now.level && was.label === now.label;
    const said = (was.content.length === 0) === (now.content.length === 0);
    if (!same || !said || now.kind === "table") return null;
    edited.set(now.id, now);
  }
  return edited;
}

function uniqueIds(raw: readonly Clause[]): boolean {
  const ids = raw.flatMap(idsOf);
  return new Set(ids).size === ids.length;
}

function idsOf(clause: Clause): string[] {
  const inside = clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(idsOf)));
  return [clause.id, ...inside];
}
