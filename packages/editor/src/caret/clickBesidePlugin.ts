import { Plugin, Selection } from "@tiptap/pm/state";

/**
 * A click on what one cannot type in, as struck words and labels, puts the caret beside it. The browser leaves the caret
 * where it was, perhaps out of sight, and what is typed next would go there. The old place of a moved clause takes none.
 */
export function clickBesidePlugin(): Plugin {
  return new Plugin({
    props: {
      handleClick(view, _pos, event) {
        const piece = event.target instanceof Element ? event.target.closest(".ProseMirror-widget") : null;
        if (!piece || !view.editable || event.shiftKey || piece.closest(".clause-ghost")) return false;
        const { tr, doc } = view.state;
        view.dispatch(tr.setSelection(Selection.near(doc.resolve(view.posAtDOM(piece, 0)), -1)));
        view.focus();
        return false;
      },
    },
  });
}
