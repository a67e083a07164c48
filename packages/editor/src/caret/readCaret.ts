import type { EditorView } from "@tiptap/pm/view";

/**
 * Lets the page take over the browser's selection now. The browser tells of a new selection by an
 * event that may come after the key that was meant for it, and an edit in between would put the
 * old selection back. The page reads it on that event, so the event is given here.
 */
export function readCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const { ownerDocument } = view.dom;
  // An event of the window that the page is in.
  const { Event: PageEvent = Event } = ownerDocument.defaultView ?? {};
  ownerDocument.dispatchEvent(new PageEvent("selectionchange"));
}
