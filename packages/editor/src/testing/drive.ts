import { TextSelection } from "@tiptap/pm/state";
import { type OpenDraft, find } from "./openDraft.ts";

/** Puts the caret, or a selection, into a clause. */
export function caret({ view }: OpenDraft, id: string, offset: number, to = offset): void {
  const pos = find(view, id) + 1;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + offset, pos + to)));
}

/** Selects from an offset of one clause to an offset of another. */
export function select({ view }: OpenDraft, from: string, offset: number, to: string, end: number): void {
  const anchor = find(view, from) + 1 + offset;
  const head = find(view, to) + 1 + end;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor, head)));
}

/** Types words at the caret, as the browser hands them to the page. */
export function type({ view }: OpenDraft, words: string): void {
  const { from, to } = view.state.selection;
  const handled = view.someProp("handleTextInput", (handle) => handle(view, from, to, words, () => view.state.tr));
  if (!handled) view.dispatch(view.state.tr.insertText(words));
}

/** Presses a key; true when the page handled it. */
export function press({ view }: OpenDraft, key: string, held: boolean | KeyboardEventInit = false): boolean {
  const event = new KeyboardEvent("keydown", typeof held === "boolean" ? { key, shiftKey: held } : { key, ...held });
  return view.someProp("handleKeyDown", (handle) => handle(view, event)) ?? false;
}
