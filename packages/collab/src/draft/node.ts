import { type Clause, type Mark, marks } from "@plenary/document";
import * as Y from "yjs";
import { textOf } from "./content/pieces.ts";

/** An element of the live text; {@link shapes} says what it may be called and hold. */
export type Node = Y.XmlElement;

/** An element whose attributes may be written; one that is null in the model is not there. */
type Writable = Y.XmlElement<{ [name: string]: string | number }>;

/** The live text of a draft. */
export function root(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment("text");
}

/**
 * A new element for the clause, with one text for all that it says. One that says nothing has a text all the same: two
 * people who begin to write in it away from each other would else make one each.
 */
export function clauseNode(clause: Clause): Node {
  if (clause.kind !== "table") {
    const made = node("clause", { id: clause.id, kind: clause.kind, level: clause.level, label: clause.label });
    made.insert(0, [textOf(clause.content)]);
    return made;
  }
  const made = node("table", { id: clause.id, level: clause.level });
  made.insert(0, clause.rows.map(rowNode));
  return made;
}

/** A new element for a row of a table. */
export function rowNode(row: Clause["rows"][number]): Node {
  const made = node("tableRow", { id: row.id });
  made.insert(0, row.cells.map(cellNode));
  return made;
}

/** A new element for a cell of a row. */
export function cellNode(cell: Clause["rows"][number]["cells"][number]): Node {
  const made = node("tableCell", { id: cell.id });
  made.insert(0, cell.clauses.map(clauseNode));
  return made;
}

/** Marks as a change of formatting: present ones set, the others taken off. */
export function reformatting(given: readonly Mark[] = []): Record<string, object | null> {
  return Object.fromEntries(marks.map((mark) => [mark, given.includes(mark) ? {} : null]));
}

/** Sets an attribute, or removes it for null; does nothing when it is so already. */
export function setAttribute(element: Node, name: string, value: string | number | null): void {
  if ((widen(element).getAttribute(name) ?? null) === value) return;
  if (value === null) element.removeAttribute(name);
  else widen(element).setAttribute(name, value);
}

function node(name: string, attributes: Readonly<Record<string, string | number | null>>): Node {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) widen(made).setAttribute(key, value);
  return made;
}

function widen(element: Node): Writable {
  return element;
}
