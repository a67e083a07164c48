import type { Cell, Clause, Row, Text } from "@plenary/document";
import type * as Y from "yjs";
import { currentText } from "./currentText.ts";
import { goneId, isGone, presentId } from "./gone.ts";
import { type Candidate, inOrder } from "./inOrder.ts";
import { deep, isEmpty, nested } from "./isEmpty.ts";
import { type Node, cellNode, clauseNode, root, rowNode, setAttribute } from "./node.ts";
import { type Sources, readClauses } from "./readClauses.ts";
import { emptyContent, replaceContent } from "./content/replaceContent.ts";
import { resolveIds } from "./resolveIds.ts";
import { resolveParts } from "./parts/resolveParts.ts";

/**
 * Brings the live text to the target by the smallest edits, in one transaction: clauses that do
 * not differ are not touched, a clause that goes is emptied and, when it was added, taken out (see
 * `goneId`), as a row or cell that goes is, a clause that changes places leaves an empty ghost.
 * Afterwards `readText` gives the target: same ids, order, kinds and contents; labels follow. The
 * target must be one that a live text can hold: a base clause that said something says something in
 * it or is absent.
 */
export function replaceText(doc: Y.Doc, published: Text, target: Text): void {
  doc.transact(() => {
    const edit = begin(doc, published, target.clauses);
    arrange(edit, root(doc), edit.raw, target.clauses);
    settleLabels(doc, published, target, edit.base);
  });
}

/**
 * Brings an outer table to what it should say, cell by cell, where it stands or where it would stand, and touches nothing
 * else. False when there is no place for it.
 */
export function replaceTable(doc: Y.Doc, published: Text, table: Clause): boolean {
  const edit = begin(doc, published, [table]);
  const there = edit.raw.filter(({ kind }) => kind === "table");
  const place = there.find((clause) => edit.ids.get(clause) === table.id) ?? there.find(({ id }) => id === table.id);
  if (place) doc.transact(() => rewrite(edit, place, table));
  return place !== undefined;
}

/**
 * Takes tables, rows and cells with those ids out of the current text: what they say is deleted, their elements stay. A
 * table that the published text has keeps its id, as a suppressed clause does.
 */
export function takeOutParts(doc: Y.Doc, published: Text, gone: ReadonlySet<string>): void {
  const edit = begin(doc, published, []);
  doc.transact(() => {
    for (const [clause, id] of edit.ids) {
      if (clause.kind !== "table" || !gone.has(id)) continue;
      silence(edit.sources, clause);
      if (!edit.base.has(clause.id)) markGone(source(edit, clause), clause);
    }
    for (const [part, id] of edit.parts) if (gone.has(id)) releasePart(edit, part);
  });
}

function begin(doc: Y.Doc, published: Text, wanted: readonly Clause[]): Edit {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const ids = resolveIds(raw, published);
  const parts = resolveParts(raw, ids);
  return { raw, base: byId(published.clauses), wanted: byId(wanted), ids, parts, sources };
}

interface Edit {
  readonly raw: readonly Clause[];
  readonly base: ReadonlyMap<string, Clause>;
  readonly wanted: ReadonlyMap<string, Clause>;
  readonly ids: ReadonlyMap<Clause, string>;
  readonly parts: ReadonlyMap<Row | Cell, string>;
  readonly sources: Sources;
}

function arrange(edit: Edit, parent: Y.XmlFragment, raw: readonly Clause[], target: readonly Clause[]): void {
  const index = new Map(target.map((clause, i) => [clause.id, i]));
  const candidates = raw.flatMap((clause): Candidate<Clause>[] => {
    const live = edit.ids.get(clause);
    const at = index.get(live ?? (isGone(clause.id) ? presentId(clause.id) : clause.id));
    if (at === undefined || (clause.kind === "table") !== (target[at]!.kind === "table")) return [];
    return [{ item: clause, index: at, weight: live === undefined ? 1 : 1000 }];
  });
  const kept = inOrder(candidates);
  const staying = new Set(kept.values());
  for (const clause of raw) if (!staying.has(clause)) release(edit, clause);
  place(parent, target, (wanted, i) => {
    const clause = kept.get(i);
    if (!clause) return clauseNode({ ...wanted, label: sample(wanted, edit.base) });
    return rewrite(edit, clause, wanted);
  });
}

/**
 * Empties a clause, which stays as a place of the base or as a ghost; any other is taken out. None is deleted: words
 * that somebody types in it meanwhile would go with it.
 */
function release(edit: Edit, clause: Clause): void {
  const id = edit.ids.get(clause) ?? clause.id;
  const speaker = edit.wanted.get(id) ?? edit.base.get(id);
  silence(edit.sources, clause);
  if (id !== clause.id || !speaker || isEmpty(speaker)) markGone(source(edit, clause), clause);
}

/** Gives a clause, a row or a cell that was emptied the id of one that is no longer part of the text. */
export function markGone(element: Node, { id }: Clause | Row | Cell): void {
  if (!isGone(id)) setAttribute(element, "id", goneId(id));
}

/** Deletes all words of a clause; its elements stay. */
export function silence(sources: Sources, clause: Clause): void {
  const element = sources.get(clause);
  if (!element) throw new Error(`clause ${clause.id} was not read from this live text`);
  if (clause.kind !== "table") emptyContent(element);
  for (const inner of nested(clause)) silence(sources, inner);
}

function rewrite(edit: Edit, clause: Clause, wanted: Clause): Node {
  const element = source(edit, clause);
  setAttribute(element, "id", wanted.id);
  setAttribute(element, "level", wanted.level);
  if (wanted.kind !== "table") {
    setAttribute(element, "kind", wanted.kind);
    replaceContent(element, wanted.content);
    return element;
  }
  align(edit, element, clause.rows, wanted.rows, rowNode, (rowElement, row: Row, wantedRow: Row) =>
    align(edit, rowElement, row.cells, wantedRow.cells, cellNode, (cellElement, cell: Cell, wantedCell: Cell) =>
      arrange(edit, cellElement, cell.clauses, wantedCell.clauses),
    ),
  );
  return element;
}

/** Rows of a table or cells of a row, paired by id: others are emptied and taken out, or come; pairs are worked on. */
function align<T extends Row | Cell>(
  edit: Edit,
  parent: Node,
  raw: readonly T[],
  target: readonly T[],
  make: (item: T) => Node,
  pair: (element: Node, item: T, wanted: T) => void,
): void {
  const index = new Map(target.map((item, i) => [item.id, i]));
  const kept = inOrder(
    raw.flatMap((item): Candidate<T>[] => {
      const live = edit.parts.get(item);
      const at = index.get(live ?? (isGone(item.id) ? presentId(item.id) : item.id));
      return at === undefined ? [] : [{ item, index: at, weight: live === undefined ? 1 : 1000 }];
    }),
  );
  const staying = new Set(kept.values());
  for (const item of raw) if (!staying.has(item)) releasePart(edit, item);
  place(parent, target, (wanted, i) => {
    const item = kept.get(i);
    if (!item) return make(wanted);
    setAttribute(source(edit, item), "id", wanted.id);
    pair(source(edit, item), item, wanted);
    return source(edit, item);
  });
}

/** Puts one element for every target into the parent, in order; those that are there already stay. */
function place<T>(parent: Y.XmlFragment, target: readonly T[], element: (wanted: T, index: number) => Node): void {
  const children: unknown[] = parent.toArray();
  let at = 0;
  for (const [i, wanted] of target.entries()) {
    const made = element(wanted, i);
    const there = children.indexOf(made, at);
    if (there === -1) {
      parent.insert(at, [made]);
      children.splice(at, 0, made);
      at += 1;
    } else at = there + 1;
  }
}

/** Empties a row or a cell and takes it out. */
function releasePart(edit: Edit, part: Row | Cell): void {
  const cells = "cells" in part ? part.cells : [part];
  for (const { clauses } of cells) for (const clause of clauses) silence(edit.sources, clause);
  markGone(source(edit, part), part);
}

function source(edit: Edit, read: Clause | Row | Cell): Node {
  const element = edit.sources.get(read);
  if (!element) throw new Error(`${read.id} was not read from this live text`);
  return element;
}

/** Writes the sample of each label that does not come out as in the target. */
function settleLabels(doc: Y.Doc, published: Text, target: Text, base: ReadonlyMap<string, Clause>): void {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const printed = byId(currentText(raw, published).clauses);
  const wanted = byId(target.clauses);
  for (const [clause, id] of resolveIds(raw, published)) {
    const want = wanted.get(id);
    const element = sources.get(clause);
    if (want && element && clause.kind !== "table" && printed.get(id)?.label !== want.label)
      setAttribute(element, "label", sample(want, base));
  }
}

/** The label to write for a clause: the base's printed one, its own for an added clause. */
function sample(clause: Clause, base: ReadonlyMap<string, Clause>): string | null {
  return clause.label === null ? null : (base.get(clause.id)?.label ?? clause.label);
}

function byId(clauses: readonly Clause[]): Map<string, Clause> {
  return new Map(deep(clauses).map((clause) => [clause.id, clause]));
}
