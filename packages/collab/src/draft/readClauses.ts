import {
  type Cell,
  type Clause,
  type ClauseKind,
  type Content,
  type Inline,
  type Row,
  anchor,
  clauseKinds,
  levelOf,
  lineBreak,
  normalise,
} from "@plenary/document";
import * as Y from "yjs";
import { type Node, root } from "./node.ts";
import { piecesOf } from "./content/pieces.ts";

/** The element that each clause, row and cell of one reading was read from. */
export type Sources = Map<Clause | Row | Cell, Node>;

/**
 * All clauses of the live text in document order, as they stand: suppressed ones (empty) and the
 * ghosts of moved ones included, ids perhaps doubled, labels the base's or a sample of the style.
 * Whatever clients wrote, this does not throw: an unknown kind is a paragraph, a level that is no
 * number is 0, elements outside the schema are passed over. `sources` is filled when given.
 */
export function readClauses(doc: Y.Doc, sources?: Sources): Clause[] {
  return readChildren(root(doc), sources);
}

/** The content of one clause's element. */
export function readContent(element: Y.XmlFragment): Content {
  return normalise(element.toArray().flatMap(readPieces));
}

function readChildren(parent: Y.XmlFragment, sources: Sources | undefined): Clause[] {
  return elements(parent, "clause", "table").map((element) => {
    const clause = element.nodeName === "table" ? readTable(element, sources) : readClause(element);
    sources?.set(clause, element);
    return clause;
  });
}

function readClause(element: Node): Clause {
  const kind = element.getAttribute("kind");
  return {
    id: textOf(element, "id") ?? "",
    kind:
      clauseKinds.find((known): known is Exclude<ClauseKind, "table"> => known === kind && known !== "table") ??
      "paragraph",
    level: levelOf(element.getAttribute("level")),
    label: textOf(element, "label"),
    content: readContent(element),
    rows: [],
  };
}

function readTable(element: Node, sources: Sources | undefined): Clause {
  const rows = elements(element, "tableRow").map((row) => {
    const read: Row = {
      id: textOf(row, "id") ?? "",
      cells: elements(row, "tableCell").map((cell) => readCell(cell, sources)),
    };
    sources?.set(read, row);
    return read;
  });
  return {
    id: textOf(element, "id") ?? "",
    kind: "table",
    level: levelOf(element.getAttribute("level")),
    label: null,
    content: [],
    rows,
  };
}

function readCell(element: Node, sources: Sources | undefined): Cell {
  const read: Cell = { id: textOf(element, "id") ?? "", clauses: readChildren(element, sources) };
  sources?.set(read, element);
  return read;
}

function readPieces(child: Y.XmlElement | Y.XmlText | Y.XmlHook): Inline[] {
  if (child instanceof Y.XmlText) return piecesOf(child);
  if (!(child instanceof Y.XmlElement)) return [];
  if (child.nodeName === "hardBreak") return [lineBreak()];
  return child.nodeName === "footnoteAnchor" ? [anchor(textOf(child, "footnote") ?? "")] : [];
}

function elements(parent: Y.XmlFragment, ...names: string[]): Node[] {
  return parent
    .toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && names.includes(child.nodeName));
}

function textOf(element: Node, name: string): string | null {
  const value = element.getAttribute(name);
  return typeof value === "string" ? value : null;
}
