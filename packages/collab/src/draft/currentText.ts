import { type Cell, type Clause, type Row, type Text, relabel } from "@plenary/document";
import type * as Y from "yjs";
import { readClauses } from "./readClauses.ts";
import { resolveIds } from "./resolveIds.ts";
import { resolveParts } from "./parts/resolveParts.ts";

/**
 * The current text from a raw reading (see `readClauses`): suppressed clauses, ghosts and what was taken
 * out left out, every id once, labels computed. An added clause that says nothing yet is part of it. Total: it
 * never throws, and every word of the reading is in it. Clauses that need no change are the same
 * objects.
 */
export function currentText(raw: readonly Clause[], published: Text): Text {
  const ids = resolveIds(raw, published);
  const names: Names = { ids, parts: resolveParts(raw, ids) };
  return { language: published.language, clauses: relabel(published, settle(raw, names)) };
}

/** What belongs to the current text, and under which ids. */
interface Names {
  readonly ids: ReadonlyMap<Clause, string>;
  readonly parts: ReadonlyMap<Row | Cell, string>;
}

/** The current text of a live text; see {@link currentText}. */
export function readText(doc: Y.Doc, published: Text): Text {
  return currentText(readClauses(doc), published);
}

function settle(raw: readonly Clause[], names: Names): readonly Clause[] {
  return shared(raw, (clause) => {
    const id = names.ids.get(clause);
    if (id === undefined) return null;
    const rows = shared(clause.rows, (row) => settleRow(row, names));
    return id === clause.id && rows === clause.rows ? clause : { ...clause, id, rows };
  });
}

function settleRow(row: Row, names: Names): Row | null {
  const id = names.parts.get(row);
  if (id === undefined) return null;
  const cells = shared(row.cells, (cell): Cell | null => {
    const own = names.parts.get(cell);
    if (own === undefined) return null;
    const clauses = settle(cell.clauses, names);
    return own === cell.id && clauses === cell.clauses ? cell : { id: own, clauses };
  });
  return id === row.id && cells === row.cells ? row : { id, cells };
}

/** What the function gives for each item but null; the list itself when that is every item, unchanged. */
function shared<T>(list: readonly T[], change: (item: T) => T | null): readonly T[] {
  const changed = list.map(change).filter((item) => item !== null);
  return changed.length === list.length && changed.every((item, i) => item === list[i]) ? list : changed;
}
