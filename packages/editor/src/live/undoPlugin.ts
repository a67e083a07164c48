import { Plugin } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";
import { followRedone } from "./followRedone.ts";

/** What the undo manager keeps of one step back. */
interface Step {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}

/**
 * Has undo take back one's own words and nobody else's, and leaves the caret where it is then. The binding remembers a position of the
 * page as it was then, which another person's edits may have put beyond the page's end, and takes
 * it up again at the next edit of another person. Stands after the binding's own plugins.
 */
export function undoPlugin(): Plugin {
  return new Plugin({
    view: (view) => {
      const found: { readonly undoManager?: UndoManager } | undefined = yUndoPluginKey.getState(view.state);
      const forget = ({ stackItem }: Step) => stackItem.meta.clear();
      const manager = found?.undoManager;
      if (!manager) return {};
      const stop = followRedone(manager);
      manager.on("stack-item-added", forget);
      return {
        destroy: () => {
          stop();
          manager.off("stack-item-added", forget);
        },
      };
    },
  });
}
