import type { Node } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

/** Whether a selection holds words of more than one clause, or whole blocks. */
export function crosses(selection: Selection): boolean {
  const { $from, $to } = selection;
  return !selection.empty && !($from.sameParent($to) && $from.parent.type.name === "clause");
}

/**
 * Deletes what is selected without joining or removing a clause of the published text: two
 * transactions, because the live draft pairs blocks by their neighbours: first added clauses that
 * lie wholly inside go, then the words of the others. The caret ends where the selection began.
 */
export function clearAcross(
  state: EditorState,
  base: ReadonlySet<string>,
  dispatch: (tr: Transaction) => void,
): EditorState {
  const removed = removeAdded(state, base);
  if (removed.docChanged) dispatch(removed);
  const between = removed.docChanged ? state.apply(removed) : state;
  const emptied = emptyWords(between);
  if (!emptied.docChanged && !emptied.selectionSet) return between;
  dispatch(emptied);
  return between.apply(emptied);
}

function removeAdded(state: EditorState, base: ReadonlySet<string>): Transaction {
  const { from, to, $from, $to } = state.selection;
  const tr = state.tr;
  for (const { node, pos } of selectedClauses(state).toReversed()) {
    const inside = from <= pos + 1 && pos + node.nodeSize - 1 <= to;
    const keep = base.has(String(node.attrs["id"])) || node === $from.parent || node === $to.parent;
    if (inside && !keep) tr.delete(pos, pos + node.nodeSize);
  }
  return tr;
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
