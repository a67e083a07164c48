import { type EditorState, Plugin } from "@tiptap/pm/state";
import { DecorationSet } from "@tiptap/pm/view";
import { yCursorPluginKey, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";

/** What is told of a change of presence: the client ids. */
interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Draws the carets of others anew once they have moved: at once, so that the browser lays a clause out a single time for
 * a letter and the caret behind it, but no more than twice in a frame, however many move. An edit from the live draft
 * draws them anyway; those that an own edit of the structure put away are drawn in the next frame, when the live draft
 * has it too.
 */
export function othersCarets(awareness: Awareness): Plugin {
  return new Plugin({
    view: (view) => {
      let frame: number | null = null;
      let due = false;
      const draw = () => {
        due = false;
        view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
      };
      const nextFrame = () => {
        frame ??= requestAnimationFrame(() => {
          frame = null;
          if (due) draw();
        });
      };
      const hear = ({ added, updated, removed }: PresenceChange) => {
        if (![added, updated, removed].some((ids) => ids.some((id) => id !== awareness.clientID))) return;
        due = true;
        if (frame !== null) return;
        nextFrame();
        draw();
      };
      awareness.on("change", hear);
      return {
        update: ({ state }, before) => {
          if (state.doc === before.doc) return;
          due = !isLiveEdit(state) && (due || (noneIn(state) && !noneIn(before)));
          if (due) nextFrame();
        },
        destroy: () => {
          if (frame !== null) cancelAnimationFrame(frame);
          awareness.off("change", hear);
        },
      };
    },
  });
}

/** Whether no carets are drawn. */
function noneIn(state: EditorState): boolean {
  return yCursorPluginKey.getState(state) === DecorationSet.empty;
}

/** Whether a page came about by an edit from the live draft. */
function isLiveEdit(state: EditorState): boolean {
  const sync: { readonly isChangeOrigin?: boolean } | undefined = ySyncPluginKey.getState(state);
  return sync?.isChangeOrigin === true;
}

/** The same awareness for what draws the carets of others: it is told by {@link othersCarets} when, and takes nothing. */
export function quietAwareness(awareness: Awareness): Awareness {
  const nothing = { value: () => undefined };
  return Object.create(awareness, { setLocalStateField: nothing, on: nothing, off: nothing });
}
