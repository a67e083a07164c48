import { type Clause, type Content, type Inline, type Mark, marks } from "@plenary/document";
import * as Y from "yjs";

/** What elements of a live text are called. */
export const elementNames = ["clause", "table", "tableRow", "tableCell", "hardBreak", "footnoteAnchor"] as const;

/** An element of the live text, with one of the {@link elementNames}. */
export type Node = Y.XmlElement;

/** An element whose attributes may be written; one that is null in the model is not there. */
type Writable = Y.XmlElement<{ [name: string]: string | number }>;

/** The live text of a draft. */
export function root(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment("text");
}

/**
 * A new element for the clause, with its contents, as the editor's binding would write it. One that says nothing has a
 * text all the same: two people who begin to write in it away from each other would else make one each.
 */
export function clauseNode(clause: Clause): Node {
  if (clause.kind !== "table") {
    const made = node("clause", { id: clause.id, kind: clause.kind, level: clause.level, label: clause.label });
    made.insert(0, clause.content.length === 0 ? [new Y.XmlText()] : contentNodes(clause.content));
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

/** New children for a content: one text for neighbouring text pieces, an element for every other piece. */
export function contentNodes(content: Content): (Y.XmlText | Node)[] {
  const made: (Y.XmlText | Node)[] = [];
  let run: { insert: string; attributes: Record<string, object> }[] = [];
  const flush = () => {
    if (run.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(run);
    made.push(text);
    run = [];
  };
  for (const piece of content) {
    if (piece.type === "text") {
      run.push({ insert: piece.text, attributes: formatting(piece.marks) });
      continue;
    }
    flush();
    made.push(pieceNode(piece));
  }
  flush();
  return made;
}

/** Marks as the attributes of a stretch of text; without the absent ones. */
export function formatting(given: readonly Mark[] = []): Record<string, object> {
  return Object.fromEntries(given.map((mark) => [mark, {}]));
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

function pieceNode(piece: Exclude<Inline, { type: "text" }>): Node {
  return piece.type === "break" ? node("hardBreak", {}) : node("footnoteAnchor", { footnote: piece.footnote });
}

function node(name: string, attributes: Readonly<Record<string, string | number | null>>): Node {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) widen(made).setAttribute(key, value);
  return made;
}

function widen(element: Node): Writable {
  return element;
}
