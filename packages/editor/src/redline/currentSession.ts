import { currentText } from "@plenary/collab";
import type { Clause, Text } from "@plenary/document";

/** A current text, and which of its clauses differ from those of the text before. */
export interface CurrentStep {
  readonly current: Text;
  /** The ids of the clauses whose words differ from `since`; null when other things may differ too. */
  readonly edited: readonly string[] | null;
  /** The text before; null for the first. */
  readonly since: Text | null;
}

/** Gives the current text of a raw reading of the page. */
export type CurrentSession = (raw: readonly Clause[]) => CurrentStep;

/**
 * The current text, kept from one reading to the next: while only words of clauses change, labels
 * and ids stay, and nothing is computed again. The result equals `currentText`.
 */
export function currentSession(published: Text): CurrentSession {
  let last: { raw: readonly Clause[]; current: Text; unique: boolean } | null = null;
  return (raw) => {
    const since = last?.current ?? null;
    const edits = last?.unique ? wordEdits(last.raw, raw) : null;
    if (since && edits?.size === 0) return { current: since, edited: [], since };
    const current = since && edits ? reworded(since, edits) : currentText(raw, published);
    last = { raw, current, unique: last && edits ? true : uniqueIds(raw) };
    return { current, edited: edits && [...edits.keys()], since };
  };
}

function reworded(text: Text, edits: ReadonlyMap<string, Clause>): Text {
  const clauses = text.clauses.map((clause) => {
    const now = edits.get(clause.id);
    return now ? { ...clause, content: now.content } : clause;
  });
  return { ...text, clauses };
}

/**
 * The clauses of the top level whose words alone differ, by id; null when anything else does: the
 * order, an id, a kind, a level, a label, a table, or whether a clause says anything.
 */
function wordEdits(before: readonly Clause[], after: readonly Clause[]): Map<string, Clause> | null {
  if (before.length !== after.length) return null;
  const edits = new Map<string, Clause>();
  for (let i = 0; i < after.length; i++) {
    const [was, now] = [before[i]!, after[i]!];
    if (was === now) continue;
    const same = was.id === now.id && was.kind === now.kind && was.level === now.level && was.label === now.label;
    const said = (was.content.length === 0) === (now.content.length === 0);
    if (!same || !said || now.kind === "table") return null;
    edits.set(now.id, now);
  }
  return edits;
}

function uniqueIds(raw: readonly Clause[]): boolean {
  const ids = raw.flatMap(idsOf);
  return new Set(ids).size === ids.length;
}

function idsOf(clause: Clause): string[] {
  const inside = clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(idsOf)));
  return [clause.id, ...inside];
}
