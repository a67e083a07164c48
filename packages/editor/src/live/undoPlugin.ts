import { Plugin } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** What the undo manager keeps of one step back. */
interface Step {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}

/**
 * Leaves the caret where it is when something is undone. The binding remembers a position of the
 * page as it was then, which another person's edits may have put beyond the page's end, and takes
 * it up again at the next edit of another person. Stands after the binding's own plugins.
 */
export function undoPlugin(): Plugin {
  return new Plugin({
    view: (view) => {
      const found: { readonly undoManager?: UndoManager } | undefined = yUndoPluginKey.getState(view.state);
      const forget = ({ stackItem }: Step) => stackItem.meta.clear();
      found?.undoManager?.on("stack-item-added", forget);
      return { destroy: () => found?.undoManager?.off("stack-item-added", forget) };
    },
  });
}
