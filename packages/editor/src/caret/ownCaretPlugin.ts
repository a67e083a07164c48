import type { Caret } from "@plenary/collab";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { type ProsemirrorBinding, absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

/** How long others wait for a caret that their own edits may have moved, in milliseconds. */
const unhurried = 100;

/**
 * Tells the others where one's caret is, once what moved it has been painted: its place in the live draft is looked for
 * from the beginning of the text.
 */
export function ownCaretPlugin(awareness: Awareness): Plugin {
  return new Plugin({
    view: (view) => {
      let waiting = false;
      let told = false;
      let retelling: ReturnType<typeof setTimeout> | null = null;
      const tell = () => {
        waiting = false;
        retelling = null;
        if (view.isDestroyed || (!told && !view.hasFocus())) return;
        const now = view.hasFocus() ? caretOf(view.state) : null;
        const before: Caret | null | undefined = awareness.getLocalState()?.["cursor"];
        if (!same(before ?? null, now)) awareness.setLocalStateField("cursor", now);
        told = now !== null;
      };
      const later = () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => setTimeout(tell, 0));
      };
      view.dom.addEventListener("focusin", later);
      view.dom.addEventListener("focusout", later);
      return {
        update: ({ state }, before) => {
          const edited = state.doc !== before.doc;
          if (edited && syncOf(state)?.isChangeOrigin === true) retelling ??= setTimeout(tell, unhurried);
          else if (edited || !state.selection.eq(before.selection)) later();
        },
        destroy: () => {
          if (retelling !== null) clearTimeout(retelling);
          view.dom.removeEventListener("focusin", later);
          view.dom.removeEventListener("focusout", later);
          if (told) awareness.setLocalStateField("cursor", null);
        },
      };
    },
  });
}

interface Sync {
  readonly type: Y.XmlFragment;
  readonly isChangeOrigin?: boolean;
  readonly binding: Pick<ProsemirrorBinding, "mapping"> | null;
}

function syncOf(state: EditorState): Sync | undefined {
  return ySyncPluginKey.getState(state);
}

function caretOf(state: EditorState): Caret | null {
  const sync = syncOf(state);
  if (!sync?.binding) return null;
  const { mapping } = sync.binding;
  const { anchor, head, empty } = state.selection;
  const place = (pos: number): Y.RelativePosition => absolutePositionToRelativePosition(pos, sync.type, mapping);
  const there = place(head);
  return { anchor: empty ? there : place(anchor), head: there };
}

function same(one: Caret | null, other: Caret | null): boolean {
  if (!one || !other) return one === other;
  return Y.compareRelativePositions(one.anchor, other.anchor) && Y.compareRelativePositions(one.head, other.head);
}
