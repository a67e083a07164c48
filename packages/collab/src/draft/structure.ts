import type { Clause, Text } from "@plenary/document";
import type * as Y from "yjs";
import { deep, isEmpty } from "./isEmpty.ts";
import { clauseNode, root, setAttribute } from "./node.ts";
import { type Sources, readClauses } from "./readClauses.ts";
import { replaceContent } from "./content/replaceContent.ts";
import { markGone, replaceTable, silence } from "./replaceText.ts";
import { resolveIds } from "./resolveIds.ts";

/**
 * Suppresses a clause: its words are deleted, its place stays. A clause that says nothing is taken
 * out instead (an added one, or an empty one of the base). False when there is no such clause.
 */
export function suppressClause(doc: Y.Doc, id: string): boolean {
  const sources: Sources = new Map();
  const found = deep(readClauses(doc, sources)).filter((clause) => clause.id === id);
  const speaking = found.filter((clause) => !isEmpty(clause));
  doc.transact(() => {
    for (const clause of speaking) silence(sources, clause);
    if (speaking.length === 0) for (const clause of found) takeOut(sources, clause);
  });
  return found.length > 0;
}

/**
 * Brings a base clause back to what the base says, where it stands or where its empty place is;
 * behind the base clause before it when it has none. False when the base has no such clause, or
 * when the table that held it is gone.
 */
export function restoreClause(doc: Y.Doc, published: Text, id: string): boolean {
  const base = deep(published.clauses).find((clause) => clause.id === id);
  if (!base) return false;
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const ids = resolveIds(raw, published);
  const all = deep(raw);
  const place = all.find((clause) => ids.get(clause) === id) ?? all.find((clause) => clause.id === id);
  const outer = published.clauses.includes(base);
  if (!place && !outer) return false;
  doc.transact(() => {
    if (!place) insertAt(doc, sources, raw[placeAfterNeighbour(raw, published, id)], base);
    else if (base.kind === "table") replaceTable(doc, published, base);
    else fill(sources, place, base);
  });
  return true;
}

/**
 * Moves a clause to stand before another, or to the end (before the footnotes) when that is null.
 * The clause gets a new element with the same id and the old one is emptied, so that words typed
 * there meanwhile come out as an added clause and are not lost; an empty place of the clause that
 * is there already is used. False when either is not among the outer clauses.
 */
export function moveClause(doc: Y.Doc, published: Text, id: string, before: string | null): boolean {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const ids = resolveIds(raw, published);
  const moving = raw.find((clause) => ids.get(clause) === id);
  const target =
    before === null ? endOf(raw, moving) : raw.findIndex((clause) => (ids.get(clause) ?? clause.id) === before);
  if (!moving || target === -1) return false;
  const from = raw.indexOf(moving);
  if (target === from || target === from + 1) return true;
  const ghost = raw[target - 1];
  doc.transact(() => {
    if (ghost && !ids.has(ghost) && ghost.id === id && moving.kind !== "table" && ghost.kind !== "table")
      fill(sources, ghost, moving);
    else insertAt(doc, sources, raw[target], { ...moving, id });
    if (isEmpty(moving)) takeOut(sources, moving);
    else silence(sources, moving);
  });
  return true;
}

/** Makes the element of a clause say and be what another clause says and is; its id stays. */
export function fill(sources: Sources, place: Clause, said: Clause): void {
  const element = sources.get(place);
  if (!element) return;
  setAttribute(element, "kind", said.kind);
  setAttribute(element, "level", said.level);
  setAttribute(element, "label", said.label);
  replaceContent(element, said.content);
}

/** Takes a clause that says nothing out; its place stays, for words that somebody types in it meanwhile. */
function takeOut(sources: Sources, clause: Clause): void {
  const element = sources.get(clause);
  if (element) markGone(element, clause);
}

function insertAt(doc: Y.Doc, sources: Sources, next: Clause | undefined, clause: Clause): void {
  const fragment = root(doc);
  const element = next && sources.get(next);
  fragment.insert(element ? fragment.toArray().indexOf(element) : fragment.length, [clauseNode(clause)]);
}

/** The index among the raw clauses behind the nearest base clause before this one. */
function placeAfterNeighbour(raw: readonly Clause[], published: Text, id: string): number {
  const order = published.clauses.map((clause) => clause.id);
  for (let i = order.indexOf(id) - 1; i >= 0; i--) {
    const at = raw.findIndex((clause) => clause.id === order[i]);
    if (at !== -1) return at + 1;
  }
  return 0;
}

/** The index behind the last clause that is not a footnote; behind everything for a footnote. */
function endOf(raw: readonly Clause[], moving: Clause | undefined): number {
  return moving?.kind === "footnote" ? raw.length : raw.findLastIndex((clause) => clause.kind !== "footnote") + 1;
}
