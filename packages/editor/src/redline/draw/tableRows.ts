import type { CellRedline, Change, ClauseRedline, RowRedline } from "@plenary/diff";
import type { Node } from "@tiptap/pm/model";
import { Decoration } from "@tiptap/pm/view";
import { cellWords, rowWords, struckCell, struckRow } from "./struckRow.ts";
import { type Look, changeAttributes, hash, lookKey } from "./widgets.ts";

/** The decorations of a table's rows, columns and cells: added ones marked, suppressed ones struck at their old place. */
export function tableRows(
  pos: number,
  table: Node,
  entry: ClauseRedline,
  look: (change: Change | undefined) => Look,
): Decoration[] {
  const changes = entry.changes.filter(({ kind }) => kind === "row");
  const out: Decoration[] = [];
  let next = 0;
  let at = pos + 1;
  for (const row of entry.rows) {
    // The changes of rows stand in the order of the rows that are on one side only.
    const own = row.base && row.current ? undefined : look(changes.shift());
    const node = row.current && next < table.childCount ? table.child(next++) : null;
    if (own && !row.current) out.push(suppressedRow(at, row, own));
    else if (own && node) out.push(addedRow(at, at + node.nodeSize, own));
    if (node) out.push(...rowCells(at + 1, node, row, (id) => look(entry.changes.find((change) => change.id === id))));
    at += node?.nodeSize ?? 0;
  }
  return out;
}

function rowCells(pos: number, row: Node, { cells }: RowRedline, look: (change: string) => Look): Decoration[] {
  const out: Decoration[] = [];
  let next = 0;
  let at = pos;
  for (const [c, cell] of cells.entries()) {
    const node = cell.current && next < row.childCount ? row.child(next++) : null;
    if (cell.change !== undefined && node) out.push(addedCell(at, at + node.nodeSize, look(cell.change)));
    else if (cell.change !== undefined && !cell.current) out.push(suppressedCell(at, cell, c, look(cell.change)));
    at += node?.nodeSize ?? 0;
  }
  return out;
}

function suppressedCell(pos: number, cell: CellRedline, place: number, look: Look): Decoration {
  const draw = () => {
    const struck = struckCell(cell, look.active ? "cell-suppressed active" : "cell-suppressed");
    struck.contentEditable = "false";
    for (const [name, value] of Object.entries(changeAttributes(look))) struck.setAttribute(name, value);
    return struck;
  };
  const key = `cell:${cell.base?.id ?? ""}:${place}:${hash(cellWords(cell))}:${lookKey(look)}`;
  return Decoration.widget(pos, draw, { key, side: -1, table: true, ignoreSelection: true });
}

function addedCell(from: number, to: number, look: Look): Decoration {
  const attributes = { class: look.active ? "cell-added active" : "cell-added", ...changeAttributes(look) };
  return Decoration.node(from, to, attributes, { table: true });
}

function suppressedRow(pos: number, row: RowRedline, look: Look): Decoration {
  const draw = () => {
    const line = struckRow(row);
    line.contentEditable = "false";
    line.dataset["symbol"] = "SUP";
    if (look.active) line.classList.add("active");
    for (const [name, value] of Object.entries(changeAttributes(look))) line.setAttribute(name, value);
    return line;
  };
  const key = `row:${row.base?.id ?? ""}:${hash(rowWords(row))}:${lookKey(look)}`;
  return Decoration.widget(pos, draw, { key, side: -1, table: true, ignoreSelection: true });
}

function addedRow(from: number, to: number, look: Look): Decoration {
  const attributes = {
    class: look.active ? "row-added active" : "row-added",
    "data-symbol": "ADD",
    ...changeAttributes(look),
  };
  return Decoration.node(from, to, attributes, { table: true });
}
