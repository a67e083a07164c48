import type { StructureCommand } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import { type DraftEditor, type DraftState, createDraftEditor } from "@plenary/editor";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";

/** The real editor on a live text, and a person's hands at it. */
export interface Paper {
  readonly editor: DraftEditor;
  readonly view: EditorView;
  /** Puts the caret before words of the draft, or behind them, or selects them. */
  caret(before: string): void;
  caretBehind(words: string): void;
  select(words: string): void;
  /** Types words letter by letter. */
  type(words: string): void;
  press(key: string): void;
  /** The id of the clause that says the words. */
  clause(words: string): string;
  /** The text as the editor has it. */
  shown(): Text | null;
  close(): void;
}

/** Opens the editor on a live text; `run` has the server carry out a command. */
export function openPaper(
  doc: Y.Doc,
  published: Text,
  name: string,
  run: (command: StructureCommand) => Promise<string | null>,
): Paper {
  const element = document.createElement("div");
  document.body.append(element);
  let state: DraftState | null = null;
  const editor = createDraftEditor({
    element,
    doc,
    awareness: null,
    user: { id: name, name, group: null, color: "#336699" },
    published,
    editable: true,
    mode: "marked",
    strings: { paper: "Draft", movedFrom: (place) => place, movedTo: (place) => place },
    structure: { run, onInsert: () => undefined, onEdge: () => undefined, onPasteRefused: () => undefined },
    onState: (now) => {
      state = now;
    },
  });
  const dom: Element & { editor?: { view: EditorView } } = element.querySelector(".ProseMirror")!;
  const { view } = dom.editor!;

  const find = (words: string): { id: string; pos: number; at: number } => {
    let found: { id: string; pos: number; at: number } | null = null;
    view.state.doc.descendants((node, pos) => {
      const at = node.type.name === "clause" ? node.textContent.indexOf(words) : -1;
      if (at !== -1) found ??= { id: String(node.attrs["id"]), pos, at };
      return node.type.name !== "clause";
    });
    if (!found) throw new Error(`nobody says "${words}"`);
    return found;
  };
  const put = (from: number, to: number) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const write = (words: string): void => {
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(words);
    const handled = view.someProp("handleTextInput", (handle) => handle(view, from, to, words, plain));
    if (handled !== true) view.dispatch(plain());
  };
  return {
    editor,
    view,
    caret(before) {
      const { pos, at } = find(before);
      put(pos + 1 + at, pos + 1 + at);
    },
    caretBehind(words) {
      const { pos, at } = find(words);
      put(pos + 1 + at + words.length, pos + 1 + at + words.length);
    },
    select(words) {
      const { pos, at } = find(words);
      put(pos + 1 + at, pos + 1 + at + words.length);
    },
    type: (words) => {
      for (const letter of words) write(letter);
    },
    press(key) {
      const event = new KeyboardEvent("keydown", { key });
      const handled = view.someProp("handleKeyDown", (handle) => handle(view, event));
      // What the browser does with the key by itself.
      if (handled !== true && key === "Backspace") view.dispatch(view.state.tr.deleteSelection());
    },
    clause: (words) =>
      state?.current.clauses.find(({ content }) => flatten(content).includes(words))?.id ?? find(words).id,
    shown: () => state?.current ?? null,
    close() {
      editor.destroy();
      element.remove();
    },
  };
}
