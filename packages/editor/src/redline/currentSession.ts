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
  let last: { raw: readonly Clause[]; current: Text; places: Places | null } | null = null;
  return (raw) => {
    const since = last?.current ?? null;
    const edits = last?.places ? wordEdits(last.raw, raw) : null;
    if (since && edits?.length === 0) return { current: since, edited: [], since };
    if (last?.places && since && edits) {
      const current = reworded(since, last.places, edits);
      last = { raw, current, places: last.places };
      return { current, edited: edits.map(({ id }) => id), since };
    }
    const current = currentText(raw, published);
    last = { raw, current, places: uniqueIds(raw) ? placesOf(current) : null };
    return { current, edited: null, since };
  };
}

/** Where each clause stands among those of a text, by id. */
type Places = ReadonlyMap<string, number>;

function placesOf({ clauses }: Text): Places {
  return new Map(clauses.map(({ id }, i) => [id, i] as const));
}

function reworded(text: Text, places: Places, edits: readonly Clause[]): Text {
  const clauses = [...text.clauses];
  for (const { id, content } of edits) {
    const at = places.get(id);
    if (at !== undefined) clauses[at] = { ...clauses[at]!, content };
  }
  return { ...text, clauses };
}

/**
 * The clauses of the top level whose words alone differ; null when anything else does: the
 * order, an id, a kind, a level, a label, a table, or whether a clause says anything.
 */
function wordEdits(before: readonly Clause[], after: readonly Clause[]): Clause[] | null {
  if (before.length !== after.length) return null;
  const edits: Clause[] = [];
  for (let i = 0; i < after.length; i++) {
    const was = before[i]!;
    const now = after[i]!;
    if (was === now) continue;
    const same = was.id === now.id && was.kind === now.kind && was.level === now.level && was.label === now.label;
    const said = (was.content.length === 0) === (now.content.length === 0);
    if (!same || !said || now.kind === "table") return null;
    edits.push(now);
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
