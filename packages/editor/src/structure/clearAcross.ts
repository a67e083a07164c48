import type { Node } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { takeOut } from "./takeOut.ts";

/** Whether a selection holds words of more than one clause, or whole blocks. */
export function crosses(selection: Selection): boolean {
  const { $from, $to } = selection;
  return !selection.empty && !($from.sameParent($to) && $from.parent.type.name === "clause");
}

/**
 * Deletes what is selected without joining or removing a clause of the published text: first the words go, then the
 * added clauses that lay wholly inside are taken out. The caret ends where the selection began.
 */
export function clearAcross(
  state: EditorState,
  base: ReadonlySet<string>,
  dispatch: (tr: Transaction) => void,
): EditorState {
  const inside = addedInside(state, base);
  const emptied = emptyWords(state);
  if (!emptied.docChanged && !emptied.selectionSet) return state;
  dispatch(emptied);
  const between = state.apply(emptied);
  const removed = between.tr;
  for (const pos of inside) {
    const at = emptied.mapping.map(pos, -1);
    const node = between.doc.nodeAt(at);
    if (node?.type.name === "clause" && node.content.size === 0) takeOut(removed, at, node);
  }
  if (!removed.docChanged) return between;
  dispatch(removed);
  return between.apply(removed);
}

/** Where the added clauses begin that are selected whole, but for those that the selection begins and ends in. */
function addedInside(state: EditorState, base: ReadonlySet<string>): number[] {
  const { from, to, $from, $to } = state.selection;
  return selectedClauses(state).flatMap(({ node, pos }) => {
    const inside = from <= pos + 1 && pos + node.nodeSize - 1 <= to;
    const keep = base.has(String(node.attrs["id"])) || node === $from.parent || node === $to.parent;
    return inside && !keep ? [pos] : [];
  });
}

function emptyWords(state: EditorState): Transaction {
  const { from, to } = state.selection;
  const tr = state.tr;
  const clauses = selectedClauses(state);
  for (const { node, pos } of clauses.toReversed()) {
    const start = Math.max(from, pos + 1);
    const end = Math.min(to, pos + node.nodeSize - 1);
    if (start < end) tr.delete(start, end);
  }
  const first = clauses[0];
  if (first) tr.setSelection(TextSelection.create(tr.doc, Math.max(from, first.pos + 1)));
  return tr;
}

function selectedClauses(state: EditorState): { node: Node; pos: number }[] {
  const { from, to } = state.selection;
  const found: { node: Node; pos: number }[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === "clause") found.push({ node, pos });
    return node.type.name !== "clause";
  });
  return found;
}
