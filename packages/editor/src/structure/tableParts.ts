import { goneId, newId } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { standingOf } from "./standingCells.ts";

/** A row or a column that comes before or after the one that the caret is in. */
export type TablePart = "rowAbove" | "rowBelow" | "columnBefore" | "columnAfter";

/** Inserts a row or column into the table around the caret, with the caret in its new cell; null outside of tables. */
export function insertTablePart(state: EditorState, part: TablePart): Transaction | null {
  const { $head } = state.selection;
  const depth = Array.from({ length: $head.depth }, (_, i) => $head.depth - i).find(
    (each) => $head.node(each).type.name === "tableCell",
  );
  if (depth === undefined) return null;
  const { schema } = state;
  const row = $head.node(depth - 1);
  const place = $head.index(depth - 1);
  const table = $head.node(depth - 2);
  const own = $head.index(depth - 2);
  const standing = standingOf(table).map(({ cells }) => cells);
  const empty = () => schema.node("tableCell", { id: newId() });
  const open = () => schema.node("tableCell", { id: newId() }, [schema.node("clause", { id: newId() })]);
  const tr = state.tr;
  if (part === "rowAbove" || part === "rowBelow") {
    const at = part === "rowAbove" ? $head.before(depth - 1) : $head.after(depth - 1);
    // A column that was taken out goes through the new row too: it may come back.
    const hidden = () => schema.node("tableCell", { id: goneId(newId()) });
    const entered = standing[own]![place] ? place : Math.max(standing[own]!.indexOf(true), 0);
    const cells = Array.from({ length: row.childCount }, (_, i) =>
      i === entered ? open() : standing[own]![i] ? empty() : hidden(),
    );
    tr.insert(at, schema.node("tableRow", { id: newId() }, cells));
    // The row's and each earlier cell's own edges, then those of the cell and its clause.
    return tr.setSelection(TextSelection.create(tr.doc, at + 1 + 2 * entered + 2)).scrollIntoView();
  }
  const column = standing[own]!.slice(0, place).filter(Boolean).length;
  const start = $head.start(depth - 2);
  let caret = 0;
  table.forEach((each, offset, r) => {
    const mapped = tr.mapping.map(start + offset + 1 + besideColumn(each, standing[r]!, column, part));
    tr.insert(mapped, r === own ? open() : empty());
    if (r === own) caret = mapped + 2;
  });
  return tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
}

/** Where a cell beside a column goes in a row, from the row's start: at its end when it has fewer columns. */
function besideColumn(row: Node, standing: readonly boolean[], column: number, part: TablePart): number {
  const beside = standing.flatMap((stands, c) => (stands ? [c] : []))[column];
  const end = beside === undefined || part === "columnBefore" ? beside : beside + 1;
  const before = row.children.slice(0, end);
  return before.reduce((size, cell) => size + cell.nodeSize, 0);
}
