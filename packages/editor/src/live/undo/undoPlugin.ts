import { Plugin } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Known } from "./gaps.ts";
import { settleTwins } from "./settleTwins.ts";

type Step = Y.UndoManager["undoStack"][number];

const known = new WeakMap<Step, Known>();

/** What there was of the live text when a step of one's own was done. */
export function knownAt(step: Step): Known {
  return known.get(step) ?? new Map();
}

/**
 * Forgets the selection that the binding keeps with each step. It is a position of the page as it was then, which another
 * person's edits may have put beyond the page's end, and the binding takes it up again at the next edit of another
 * person. Remembers instead what there was of the live text. Stands after the binding's own plugins.
 */
export function undoPlugin(): Plugin {
  return new Plugin({
    view: (view) => {
      const found: { readonly undoManager?: Y.UndoManager } | undefined = yUndoPluginKey.getState(view.state);
      const manager = found?.undoManager;
      if (!manager) return {};
      const note = ({ stackItem }: { readonly stackItem: Step }) => {
        stackItem.meta.clear();
        known.set(stackItem, Y.decodeStateVector(Y.encodeStateVector(manager.doc)));
      };
      const settled = settleTwins(manager);
      manager.on("stack-item-added", note);
      manager.on("stack-item-updated", note);
      return {
        destroy: () => {
          settled();
          manager.off("stack-item-added", note);
          manager.off("stack-item-updated", note);
        },
      };
    },
  });
}
