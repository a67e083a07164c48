import { type Cell, type Clause, type Row, clauseKinds, flatten, levelOf, normalise } from "@plenary/document";
import { type Element, elementsOf, rawText } from "./element.ts";
import { readInline } from "./readInline.ts";

/** Clauses that carry their ids, as this project writes them, and to which clause each eId belongs. */
export interface OwnClauses {
  readonly clauses: readonly Clause[];
  /** By the eId of an element: the index of the first clause in it; the number of clauses when it holds none. */
  readonly places: ReadonlyMap<string, number>;
}

const reader = { exact: true, footnote: (element: Element) => element.own.get("footnote") ?? null };

/** Whether this project wrote an element: it or one inside it is a clause with its id, or stands for there being none. */
export function isOwn(element: Element): boolean {
  return element.own.has("id") || element.own.has("none") || elementsOf(element).some(isOwn);
}

const lines = new Set(["p", "block", "heading", "subheading", "crossHeading", "listIntroduction", "listWrapUp"]);

/**
 * The clauses inside an element, exactly as they were written; the notes of the metadata last. Lines that somebody else
 * put between them get ids of their own.
 */
export function readOwn(element: Element): OwnClauses {
  return read(element, { strangers: 0 });
}

function read(element: Element, count: { strangers: number }): OwnClauses {
  const clauses: Clause[] = [];
  const places = new Map<string, number>();
  const last: Element[] = [];
  let label: string | null = null;
  visit(element);
  for (const notes of last) elementsOf(notes).forEach(visit);
  return { clauses, places };

  function visit(inside: Element): void {
    const eId = inside.attributes.get("eId");
    if (eId !== undefined) places.set(eId, clauses.length);
    const id = inside.own.get("id");
    if (inside.name === "num") label = flatten(readInline(inside, reader));
    else if (inside.name === "notes") last.push(inside);
    else if (id === undefined && lines.has(inside.name) && rawText(inside).trim() !== "") {
      const kind = inside.name.endsWith("eading") ? "heading" : label === null ? "paragraph" : "item";
      clauses.push({ ...clauseOf(inside, `stranger${(count.strangers += 1)}`, label, count), kind });
      label = null;
    } else if (id === undefined) elementsOf(inside).forEach(visit);
    else {
      const before = label;
      label = null;
      clauses.push(clauseOf(inside, id, before, count));
    }
  }
}

function clauseOf(element: Element, id: string, label: string | null, count: { strangers: number }): Clause {
  const isTable = element.name === "table";
  const level = Number(element.own.get("level") ?? "0");
  return {
    id,
    kind: clauseKinds.find((kind) => kind === element.own.get("kind")) ?? (isTable ? "table" : "paragraph"),
    level: levelOf(level),
    label: element.own.get("label") ?? label,
    content: isTable ? [] : normalise(readInline(element, reader)),
    rows: isTable
      ? elementsOf(element)
          .filter(isThere)
          .map((row) => rowOf(row, count))
      : [],
  };
}

function rowOf(element: Element, count: { strangers: number }): Row {
  return {
    id: element.own.get("id") ?? "",
    cells: elementsOf(element)
      .filter(isThere)
      .map((cell) => cellOf(cell, count)),
  };
}

function cellOf(element: Element, count: { strangers: number }): Cell {
  return { id: element.own.get("id") ?? "", clauses: read({ ...element, own: new Map() }, count).clauses };
}

function isThere(element: Element): boolean {
  return element.own.get("none") !== "true";
}
