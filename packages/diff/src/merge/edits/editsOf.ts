import { type Cell, type Clause, type Content, type Row, type Text, slice } from "@plenary/document";
import type { CellRedline, Change, ClauseRedline, Redline } from "../../redline.ts";
import { cellGap, columnEffect } from "./columnEffect.ts";
import { type Edit, type Effect, type Gap, gapKey } from "./edit.ts";
import { followingLabels } from "../labels.ts";
import { type Saying, saying } from "./saying.ts";

/** The list of siblings that a clause outside tables belongs to. */
export const scopes = { body: "body:", footnotes: "footnotes:" } as const;

/** A text's clauses without the footnotes that stand last, and these. */
export function bodyAndFootnotes(text: Text): {
  readonly body: readonly Clause[];
  readonly footnotes: readonly Clause[];
} {
  const end = text.clauses.findLastIndex(({ kind }) => kind !== "footnote") + 1;
  return { body: text.clauses.slice(0, end), footnotes: text.clauses.slice(end) };
}

/** Every change of the amendment with this index, in the order of `redline.changes` but for rows, anchored in the base. */
export function editsOf(redline: Redline, input: number): Edit[] {
  const base = bodyAndFootnotes(redline.base);
  const notes = new Set([...base.footnotes, ...bodyAndFootnotes(redline.current).footnotes]);
  const isNote = ({ base: one, current }: ClauseRedline) => notes.has(one ?? current!);
  const collector: Collector = {
    input,
    edits: [],
    times: new Map(),
    saying: saying(redline.base, redline.current),
    labels: followingLabels(redline.base, redline.current),
  };
  const body = redline.clauses.filter((entry) => !isNote(entry));
  const footnotes = redline.clauses.filter(isNote);
  collect(collector, body, { scope: scopes.body, ids: base.body.map(({ id }) => id), within: [] });
  collect(collector, footnotes, { scope: scopes.footnotes, ids: base.footnotes.map(({ id }) => id), within: [] });
  return collector.edits;
}

interface Collector {
  readonly input: number;
  readonly edits: Edit[];
  readonly times: Map<string, number>;
  readonly saying: Saying;
  readonly labels: ReadonlyMap<string, ReadonlySet<string | null>>;
}

/** Siblings of the base by id, and the ids of what holds them. */
interface Siblings {
  readonly scope: string;
  readonly ids: readonly string[];
  readonly within: readonly string[];
}

function collect(collector: Collector, entries: readonly ClauseRedline[], siblings: Siblings): void {
  let after = "";
  let first = "";
  for (const entry of entries) {
    const { base, current, changes, move } = entry;
    const gap = gapAfter(siblings, after);
    const change = changes[0];
    if (base === null) {
      if (current && change)
        put(collector, change, { type: "add", gap, clause: current }, siblings.within, footnotesOf(current));
    } else if (current === null) {
      if (change)
        put(collector, change, { type: "suppress", clause: base.id }, [...siblings.within, base.id], footnotesOf(base));
    } else {
      if (move === null) after = base.id;
      if (entry.joint === undefined) first = current.id;
      collectPaired(collector, entry, base, current, { gap, first }, [...siblings.within, base.id]);
    }
  }
}

/** Where a paired clause stands in the base, and the amendment's id of the first of the clauses that it became. */
interface Where {
  readonly gap: Gap;
  readonly first: string;
}

function collectPaired(
  collector: Collector,
  entry: ClauseRedline,
  base: Clause,
  current: Clause,
  place: Where,
  within: readonly string[],
): void {
  for (const change of entry.changes) {
    const effect =
      change.kind === "column" ? columnEffect(entry, base, change) : effectOf(collector, change, current, place);
    if (effect) put(collector, change, effect, within, footnotesWith(effect, change, base));
  }
  collectRows(collector, entry, base, within);
}

function effectOf(
  { labels }: Collector,
  { kind, fromB, toB }: Change,
  current: Clause,
  { gap, first }: Where,
): Effect | null {
  switch (kind) {
    case "text":
    case "marks":
      return { type: "words", content: slice(current.content, fromB, toB) };
    case "label":
      return {
        type: "label",
        label: current.label,
        follows: labels.get(current.id)?.has(current.label) ?? false,
        of: current.id,
      };
    case "kind":
      return { type: "kind", clause: current };
    case "move":
      return { type: "move", gap };
    case "row":
    case "column":
    case "cell":
    case "add":
    case "suppress":
    // Amendments to be merged are compared without merges of clauses.
    case "merge":
      return null;
    case "split":
      return { type: "split", clause: current, first };
  }
}

function collectRows(collector: Collector, entry: ClauseRedline, table: Clause, within: readonly string[]): void {
  const changes = entry.changes.filter(({ kind }) => kind === "row");
  const siblings: Siblings = { scope: `rows:${table.id}`, ids: table.rows.map(({ id }) => id), within };
  let next = 0;
  let after = "";
  for (const { base, current, cells } of entry.rows) {
    if (base && current) {
      after = base.id;
      collectCells(collector, entry, base, cells, [...within, base.id]);
      continue;
    }
    const change = changes[next++];
    if (!change) continue;
    if (base) put(collector, change, { type: "suppressRow", row: base.id }, [...within, base.id], footnotesIn([base]));
    else if (current) {
      const gap = gapAfter(siblings, after);
      put(collector, change, { type: "addRow", gap, row: current, cells }, within, footnotesIn([current]));
    }
  }
}

function collectCells(
  collector: Collector,
  { changes }: ClauseRedline,
  row: Row,
  cells: readonly CellRedline[],
  within: readonly string[],
): void {
  for (const { base, current, clauses, change: id } of cells) {
    if (base && current) {
      const ids = base.clauses.map((one) => one.id);
      collect(collector, clauses, { scope: `cell:${base.id}`, ids, within: [...within, base.id] });
      continue;
    }
    const change = changes.find((one) => one.id === id && one.kind === "cell");
    if (!change) continue;
    if (base) {
      put(collector, change, { type: "suppressCell", cell: base.id }, [...within, base.id], footnotesInCell(base));
    } else if (current) {
      const gap = cellGap(row.id, change.fromA);
      put(collector, change, { type: "addCell", gap, cell: current }, within, footnotesInCell(current));
    }
  }
}

function gapAfter({ scope, ids }: Siblings, after: string): Gap {
  return { scope, after, before: ids[after === "" ? 0 : ids.indexOf(after) + 1] ?? "" };
}

function put(
  collector: Collector,
  change: Change,
  effect: Effect,
  within: readonly string[],
  footnotes: readonly string[],
): void {
  const { edits, input, times } = collector;
  let key = keyOf(collector.saying, change, effect);
  if ("gap" in effect && effect.type !== "move") {
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    key = `${key}\0${nth}`;
  }
  edits.push({ input, place: edits.length, change, effect, key, within, footnotes });
}

function keyOf(said: Saying, { kind, clause, fromA, toA }: Change, effect: Effect): string {
  switch (effect.type) {
    case "words":
      return `${kind}\0${clause}\0${fromA}\0${toA}\0${said.content(effect.content)}`;
    case "split":
      return `split\0${clause}\0${fromA}\0${toA}\0${said.clause({ ...effect.clause, content: [] })}`;
    case "label":
      return `label\0${clause}\0${JSON.stringify(effect.label)}`;
    case "kind":
      return `kind\0${clause}\0${effect.clause.kind}\0${effect.clause.level}`;
    case "move":
      return `move\0${clause}\0${gapKey(effect.gap)}`;
    case "suppress":
      return `suppress\0${effect.clause}`;
    case "suppressRow":
      return `suppressRow\0${effect.row}`;
    case "add":
      return `add\0${gapKey(effect.gap)}\0${said.clause(effect.clause)}`;
    case "addRow":
      return `addRow\0${gapKey(effect.gap)}\0${said.row(effect.row)}`;
    case "suppressColumn":
      return `suppressColumn\0${effect.table}\0${effect.cells.join("\0")}`;
    case "addColumn": {
      const cells = [...effect.cells].map(([row, cell]) => [row, said.row({ id: "", cells: [cell] })]);
      return `addColumn\0${gapKey(effect.gap)}\0${JSON.stringify([effect.width, effect.without, cells])}`;
    }
    case "suppressCell":
      return `suppressCell\0${effect.cell}`;
    case "addCell":
      return `addCell\0${gapKey(effect.gap)}\0${said.row({ id: "", cells: [effect.cell] })}`;
  }
}

function footnotesOf(clause: Clause): string[] {
  const inside = [...anchorsIn(clause.content), ...footnotesIn(clause.rows)];
  return clause.kind === "footnote" ? [clause.id, ...inside] : inside;
}

function footnotesWith(effect: Effect, { fromA, toA }: Change, base: Clause): string[] {
  if (effect.type === "words") return [...anchorsIn(slice(base.content, fromA, toA)), ...anchorsIn(effect.content)];
  if (effect.type === "addColumn") return [...effect.cells.values()].flatMap(footnotesInCell);
  if (effect.type !== "suppressColumn") return [];
  const gone = new Set(effect.cells);
  return base.rows.flatMap(({ cells }) => cells.filter(({ id }) => gone.has(id)).flatMap(footnotesInCell));
}

function footnotesIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap(footnotesInCell));
}

function footnotesInCell({ clauses }: Cell): string[] {
  return clauses.flatMap(footnotesOf);
}

function anchorsIn(content: Content): string[] {
  return content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : []));
}
