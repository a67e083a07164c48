import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { wentElsewhere } from "./wentElsewhere.ts";

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
 * The selection on the page `after` an edit of the live draft: at the same letters as before, also where they were moved,
 * split off or joined to others; null where they are not found, and for what is no selection of text. The binding itself
 * takes a place in a clause whose words changed for a wrong one, and gives the one with as many letters before it.
 */
export function standingSelection(state: EditorState, after: Node): Selection | null {
  const sync: Sync | undefined = ySyncPluginKey.getState(state);
  const before = sync?.binding?.beforeTransactionSelection;
  if (!sync || before?.type !== "text") return null;
  const end = (old: ResolvedPos, place: Y.RelativePosition | null): ResolvedPos | null => {
    const at = place && atLetters(sync, place, after);
    return wentElsewhere(old, at?.parent ?? null, after) ?? at;
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
