import type { Clause, Language, Text } from "@plenary/document";
import type * as Y from "yjs";
import type { Decision } from "./decision.ts";

/** What the record of a draft says: the agreed text, null before the first, and all decisions. */
export interface DraftRecord {
  readonly agreed: Text | null;
  readonly decisions: readonly Decision[];
}

/**
 * Brings the record to this agreed text, and adds the decisions that led to it, in one transaction;
 * clauses that did not change are not written again.
 */
export function writeRecord(doc: Y.Doc, agreed: Text, taken: readonly Decision[] = []): void {
  const { clauses, state, decisions } = parts(doc);
  doc.transact(() => {
    const order = agreed.clauses.map((clause) => clause.id);
    const keep = new Set(order);
    for (const id of clauses.keys()) if (!keep.has(id)) clauses.delete(id);
    for (const clause of agreed.clauses) if (!same(clauses.get(clause.id), clause)) clauses.set(clause.id, clause);
    if (!same(state.get("order"), order)) state.set("order", order);
    if (state.get("language") !== agreed.language) state.set("language", agreed.language);
    if (taken.length > 0) decisions.push([...taken]);
  });
}

/** The record as it stands; clauses that did not change since the last reading are the same objects. */
export function readRecord(doc: Y.Doc): DraftRecord {
  const { clauses, state, decisions } = parts(doc);
  const order = state.get("order");
  const language = state.get("language");
  if (!Array.isArray(order) || language === undefined || Array.isArray(language))
    return { agreed: null, decisions: decisions.toArray() };
  const agreed = order.flatMap((id) => clauses.get(id) ?? []);
  return { agreed: { language, clauses: agreed }, decisions: decisions.toArray() };
}

/** The three parts of a record; the server alone writes them, so that their types can be trusted. */
function parts(doc: Y.Doc): {
  readonly clauses: Y.Map<Clause>;
  readonly state: Y.Map<string[] | Language>;
  readonly decisions: Y.Array<Decision>;
} {
  return { clauses: doc.getMap("agreed"), state: doc.getMap("state"), decisions: doc.getArray("decisions") };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
