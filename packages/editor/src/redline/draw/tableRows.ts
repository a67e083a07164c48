import type { CellRedline, Change, ClauseRedline, RowRedline } from "@plenary/diff";
import type { Node } from "@tiptap/pm/model";
import { Decoration } from "@tiptap/pm/view";
import { standingOf } from "../../structure/standingCells.ts";
import { cellWords, rowWords, struckCell, struckRow } from "./struckRow.ts";
import { type Look, changeAttributes, hash, lookKey } from "./widgets.ts";

/** A row of a table on the page that is part of the text, and its cells that are. */
interface ShownRow extends Place {
  readonly cells: readonly Place[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The decorations of a table's rows, columns and cells: added ones marked, suppressed ones struck at their old place. */
export function tableRows(
  pos: number,
  table: Node,
  entry: ClauseRedline,
  look: (change: Change | undefined) => Look,
): Decoration[] {
  const changes = entry.changes.filter(({ kind }) => kind === "row");
  const out: Decoration[] = [];
  const shown = shownRows(pos, table);
  let at = pos + 1;
  for (const row of entry.rows) {
    // The changes of rows stand in the order of the rows that are on one side only.
    const own = row.base && row.current ? undefined : look(changes.shift());
    const there = row.current ? shown.shift() : undefined;
    if (own && !row.current) out.push(suppressedRow(at, row, own));
    else if (own && there) out.push(addedRow(there.from, there.to, own));
    if (!there) continue;
    out.push(...rowCells(there, row, (id) => look(entry.changes.find((change) => change.id === id))));
    at = there.to;
  }
  return out;
}

/** Hides the rows and cells of a table that were taken out. */
export function hiddenParts(pos: number, table: Node): Decoration[] {
  const standing = standingOf(table);
  const out: Decoration[] = [];
  const hide = (from: number, { nodeSize }: Node): void => {
    out.push(Decoration.node(from, from + nodeSize, { class: "clause-hidden" }, { table: true }));
  };
  table.forEach((row, rowOffset, r) => {
    const from = pos + 1 + rowOffset;
    if (!standing[r]!.stands) hide(from, row);
    else
      row.forEach((cell, offset, c) => {
        if (!standing[r]!.cells[c]) hide(from + 1 + offset, cell);
      });
  });
  return out;
}

function shownRows(pos: number, table: Node): ShownRow[] {
  const standing = standingOf(table);
  const rows: ShownRow[] = [];
  table.forEach((row, rowOffset, r) => {
    if (!standing[r]!.stands) return;
    const from = pos + 1 + rowOffset;
    const cells: Place[] = [];
    row.forEach((cell, offset, c) => {
      const start = from + 1 + offset;
      if (standing[r]!.cells[c]) cells.push({ from: start, to: start + cell.nodeSize });
    });
    rows.push({ from, to: from + row.nodeSize, cells });
  });
  return rows;
}

function rowCells(
  { from, cells: shown }: ShownRow,
  { cells }: RowRedline,
  look: (change: string) => Look,
): Decoration[] {
  const out: Decoration[] = [];
  const rest = [...shown];
  let at = from + 1;
  for (const [c, cell] of cells.entries()) {
    const there = cell.current ? rest.shift() : undefined;
    if (cell.change !== undefined && there) out.push(addedCell(there.from, there.to, look(cell.change)));
    else if (cell.change !== undefined && !cell.current) out.push(suppressedCell(at, cell, c, look(cell.change)));
    at = there?.to ?? at;
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
