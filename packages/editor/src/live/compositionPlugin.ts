import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { orderRedline } from "../redline/redlinePlugin.ts";
import { readCaret } from "../caret/readCaret.ts";

/** Called when an input method begins to compose and when it is done. */
export interface CompositionWatch {
  begin(): void;
  end(): void;
}

/**
 * Leaves the clause alone in which an input method composes: nothing is drawn anew there until it
 * is done, one frame after the browser said so, when it has written the last of it.
 */
export function compositionPlugin(watch: CompositionWatch): Plugin {
  let going = false;
  const finish = (view: EditorView) => {
    if (!going || view.composing) return;
    going = false;
    orderRedline(view, { composing: false });
    watch.end();
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          readCaret(view);
          going = true;
          watch.begin();
          orderRedline(view, { composing: true });
          return false;
        },
        compositionend: (view) => {
          requestAnimationFrame(() => {
            if (!view.isDestroyed) finish(view);
          });
          return false;
        },
      },
    },
    view: () => ({
      destroy: () => {
        if (going) watch.end();
        going = false;
      },
    }),
  });
}
