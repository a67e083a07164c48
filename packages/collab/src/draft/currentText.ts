import { type Cell, type Clause, type Row, type Text, relabel } from "@plenary/document";
import type * as Y from "yjs";
import { readClauses } from "./readClauses.ts";
import { freshId, resolveIds } from "./resolveIds.ts";

/**
 * The current text from a raw reading (see `readClauses`): suppressed clauses and ghosts left out,
 * every id once, labels computed. An added clause that says nothing yet is part of it. Total: it
 * never throws, and every word of the reading is in it. Clauses that need no change are the same
 * objects.
 */
export function currentText(raw: readonly Clause[], published: Text): Text {
  const ids = resolveIds(raw, published);
  const taken = new Set(ids.values());
  return { language: published.language, clauses: relabel(published, settle(raw, ids, taken)) };
}

/** The current text of a live text; see {@link currentText}. */
export function readText(doc: Y.Doc, published: Text): Text {
  return currentText(readClauses(doc), published);
}

function settle(raw: readonly Clause[], ids: ReadonlyMap<Clause, string>, taken: Set<string>): readonly Clause[] {
  const settled: Clause[] = [];
  for (const clause of raw) {
    const id = ids.get(clause);
    if (id === undefined) continue;
    const rows = shared(clause.rows, (row) => settleRow(row, ids, taken));
    settled.push(id === clause.id && rows === clause.rows ? clause : { ...clause, id, rows });
  }
  return settled.length === raw.length && settled.every((clause, i) => clause === raw[i]) ? raw : settled;
}

function settleRow(row: Row, ids: ReadonlyMap<Clause, string>, taken: Set<string>): Row {
  const id = freshId(row.id, taken);
  const cells = shared(row.cells, (cell): Cell => {
    const own = freshId(cell.id, taken);
    const clauses = settle(cell.clauses, ids, taken);
    return own === cell.id && clauses === cell.clauses ? cell : { id: own, clauses };
  });
  return id === row.id && cells === row.cells ? row : { id, cells };
}

/** The list itself when the function gives every item back unchanged. */
function shared<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, i) => item === list[i]) ? list : changed;
}
