import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { Touched } from "../redline/changedRange.ts";
import { isRemote } from "../redline/redlinePlugin.ts";
import { standingSelection } from "../caret/standingSelection.ts";
import { caretWhereUndone } from "../caret/caretWhereUndone.ts";

/**
 * Makes every edit from the live draft as small as it is. The binding replaces the whole page for
 * it; here only what differs is replaced, so that the page, its carets and its decorations need not
 * be worked out again elsewhere.
 */
export const narrowEdits: Extension = Extension.create({
  name: "narrowEdits",
  priority: 1100,
  dispatchTransaction({ transaction, next }) {
    if (!isRemote(transaction) || !transaction.docChanged) {
      next(transaction);
      return;
    }
    const { state } = this.editor;
    next(narrow(state, transaction));
    remember(this.editor.state);
  },
});

function narrow(state: EditorState, wide: Transaction): Transaction {
  const sync: SyncMeta | undefined = wide.getMeta(ySyncPluginKey);
  const tr = state.tr.setMeta("addToHistory", false).setMeta(ySyncPluginKey, sync);
  const edit = smallestEdit(state.doc, wide.doc);
  if (edit) tr.step(edit.step);
  if (wide.selectionSet) {
    const selection = Selection.fromJSON(tr.doc, (standingSelection(state, wide.doc) ?? wide.selection).toJSON());
    if (!selection.eq(tr.selection)) tr.setSelection(selection);
  }
  if (edit && sync?.isUndoRedoOperation === true)
    return tr.setSelection(caretWhereUndone(tr.doc, edit.touched, tr.selection)).scrollIntoView();
  // What comes after the caret does not move it, and looking for it would lay the page out.
  const moves = edit !== null && edit.step.from < tr.selection.head;
  return wide.scrolledIntoView && moves ? tr.scrollIntoView() : tr;
}

/** The one step between two pages, and what differs on the new one. */
interface Edit {
  readonly step: ReplaceStep;
  readonly touched: Touched;
}

/** What differs between two pages: within the words of one clause, else over whole blocks; null when they are equal. */
function smallestEdit(before: Node, after: Node): Edit | null {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null) return null;
  // In repeated words the common start and the common end may overlap.
  const overlap = Math.max(start - Math.min(ends.a, ends.b), 0);
  const [endBefore, endAfter] = [ends.a + overlap, ends.b + overlap];
  const touched = { from: start, to: endAfter };
  if (inOneClause(before, start, endBefore) && inOneClause(after, start, endAfter)) {
    const { content } = after.slice(start, endAfter);
    return { step: new ReplaceStep(start, endBefore, new Slice(content, 0, 0)), touched };
  }
  const old = blocksAround(before, start, endBefore);
  const now = blocksAround(after, start, endAfter);
  return { step: new ReplaceStep(old.from, old.to, new Slice(Fragment.from(now.blocks), 0, 0)), touched };
}

function inOneClause(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from);
  return $from.parent.type.name === "clause" && $from.sameParent(doc.resolve(to));
}

/** The blocks of the top level that a range touches or stands in, and where they begin and end. */
function blocksAround(doc: Node, from: number, to: number): { from: number; to: number; blocks: Node[] } {
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  const first = $from.index(0);
  const last = $to.depth > 0 ? $to.index(0) + 1 : $to.index(0);
  return {
    from: $from.depth > 0 ? $from.before(1) : from,
    to: $to.depth > 0 ? $to.after(1) : to,
    blocks: Array.from({ length: last - first }, (_, i) => doc.child(first + i)),
  };
}

/** Tells the binding which nodes stand on the page now, by which it finds an own edit quickly. */
function remember(state: EditorState): void {
  const sync: Sync | undefined = ySyncPluginKey.getState(state);
  const types = sync?.type.toArray() ?? [];
  if (!sync?.binding || types.length !== state.doc.childCount) return;
  const { mapping } = sync.binding;
  for (const [i, type] of types.entries()) mapping.set(type, state.doc.child(i));
}

/** What the binding says of an edit. */
interface SyncMeta {
  readonly isUndoRedoOperation?: boolean;
}

interface Sync {
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Map<unknown, Node | Node[]> } | null;
}
