import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** What the binding remembers of the selection before an edit of the live draft. */
interface Remembered {
  readonly type: string;
  readonly anchor: Y.RelativePosition | null;
  readonly head: Y.RelativePosition | null;
}

interface Sync {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: {
    readonly mapping: Map<Y.AbstractType<unknown>, Node | Node[]>;
    readonly beforeTransactionSelection: Remembered | null;
  } | null;
}

/**
 * The selection on the page `after` an edit of the live draft: at the same letters as before, in a clause that was moved
 * as far into it; null where neither is found, and for what is no selection of text. The binding itself takes a place in
 * a clause whose words changed for a wrong one, and gives the one with as many letters before it.
 */
export function standingSelection(state: EditorState, after: Node): Selection | null {
  const sync: Sync | undefined = ySyncPluginKey.getState(state);
  const before = sync?.binding?.beforeTransactionSelection;
  if (!sync || before?.type !== "text") return null;
  const end = (old: ResolvedPos, place: Y.RelativePosition | null): ResolvedPos | null => {
    const at = place && atLetters(sync, place, after);
    const stands = at && at.parent.attrs["id"] === old.parent.attrs["id"] && !emptied(old.parent, at.parent);
    return stands ? at : (inMoved(old, after) ?? at);
  };
  const { $anchor, $head, empty } = state.selection;
  const anchor = end($anchor, before.anchor);
  const head = empty ? anchor : end($head, before.head);
  return anchor && head ? TextSelection.between(anchor, head) : null;
}

/** The place as the live draft knows it, by the letters beside it; null when their clause is gone. */
function atLetters({ doc, type, binding }: Sync, place: Y.RelativePosition, after: Node): ResolvedPos | null {
  const within = Y.createAbsolutePositionFromRelativePosition(place, doc)?.type;
  const clause = within instanceof Y.XmlText ? within.parent : within;
  if (!clause || !binding) return null;
  const at: number | null = relativePositionToAbsolutePosition(doc, type, place, binding.mapping);
  const found = at === null ? null : after.resolve(at);
  return found?.parent.isTextblock === true && found.parent === binding.mapping.get(clause) ? found : null;
}

/** The same place in the clause, where it was put elsewhere and the old place of it emptied; null where it was not. */
function inMoved(old: ResolvedPos, after: Node): ResolvedPos | null {
  const { id } = old.parent.attrs;
  let found: number | null = null;
  after.descendants((node, pos) => {
    if (node.isTextblock && node.attrs["id"] === id && !emptied(old.parent, node))
      found ??= pos + 1 + within(old, node);
    return !node.isTextblock;
  });
  return found === null ? null : after.resolve(found);
}

/** How far into what became of the block of a place that place is: as far from the end where words before it changed. */
function within({ parent, parentOffset }: ResolvedPos, now: Node): number {
  const start = parent.content.findDiffStart(now.content);
  const ends = parent.content.findDiffEnd(now.content);
  if (start === null || !ends || parentOffset <= start) return Math.min(parentOffset, now.content.size);
  return parentOffset < ends.a ? start : parentOffset + ends.b - ends.a;
}

function emptied(before: Node, now: Node): boolean {
  return before.content.size > 0 && now.content.size === 0;
}
