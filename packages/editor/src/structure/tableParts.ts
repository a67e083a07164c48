import { newId } from "@plenary/collab";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";

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
  const empty = () => schema.node("tableCell", { id: newId() });
  const open = () => schema.node("tableCell", { id: newId() }, [schema.node("clause", { id: newId() })]);
  const tr = state.tr;
  if (part === "rowAbove" || part === "rowBelow") {
    const at = part === "rowAbove" ? $head.before(depth - 1) : $head.after(depth - 1);
    const cells = Array.from({ length: row.childCount }, (_, i) => (i === place ? open() : empty()));
    tr.insert(at, schema.node("tableRow", { id: newId() }, cells));
    // The row's and each earlier cell's own edges, then those of the cell and its clause.
    return tr.setSelection(TextSelection.create(tr.doc, at + 1 + 2 * place + 2)).scrollIntoView();
  }
  const column = part === "columnBefore" ? place : place + 1;
  const table = $head.node(depth - 2);
  const start = $head.start(depth - 2);
  const own = $head.index(depth - 2);
  let caret = 0;
  table.forEach((each, offset, r) => {
    let at = start + offset + 1;
    for (let c = 0; c < Math.min(column, each.childCount); c++) at += each.child(c).nodeSize;
    const mapped = tr.mapping.map(at);
    tr.insert(mapped, r === own ? open() : empty());
    if (r === own) caret = mapped + 2;
  });
  return tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
}
