import { type StructureCommand, newId, runCommand } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import { type DraftEditor, type DraftState, createDraftEditor } from "@plenary/editor";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { conference } from "./drafters.ts";

/** A person at the real editor, whose edits reach the ledger one act at a time. */
export interface Writer {
  readonly editor: DraftEditor;
  readonly view: EditorView;
  /** Does something on what is there now, and sends it. */
  does(act: (writer: Writer) => void): void;
  /** Puts the caret before words of the draft, or selects them. */
  caret(before: string): void;
  select(words: string): void;
  /** Writes words in one go, as an input method does. */
  type(words: string): void;
  press(key: string): void;
  /** Has the server carry out a command in this person's name. */
  command(command: StructureCommand): void;
  /** The id of the clause that says the words. */
  clause(words: string): string;
  close(): void;
}

/** A room whose people write with the editor. */
export function writersRoom(published: Text) {
  const room = conference(published);
  return { room, writer: (name: string) => openWriter(room, published, name) };
}

function openWriter(room: ReturnType<typeof conference>, published: Text, name: string): Writer {
  const person = room.person(name);
  const element = document.createElement("div");
  document.body.append(element);
  let state: DraftState | null = null;
  const editor = createDraftEditor({
    element,
    doc: person.doc,
    awareness: null,
    user: { id: name, name, group: null, color: "#336699" },
    published,
    editable: true,
    mode: "marked",
    strings: { paper: "Draft", movedFrom: (place) => place, movedTo: (place) => place },
    structure: {
      run: () => Promise.resolve(null),
      onInsert: () => undefined,
      onEdge: () => undefined,
      onPasteRefused: () => undefined,
    },
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
  const self: Writer = {
    editor,
    view,
    does(act) {
      person.pull();
      act(self);
      person.send();
    },
    caret(before) {
      const { pos, at } = find(before);
      put(pos + 1 + at, pos + 1 + at);
    },
    select(words) {
      const { pos, at } = find(words);
      put(pos + 1 + at, pos + 1 + at + words.length);
    },
    type: (words) => view.dispatch(view.state.tr.insertText(words)),
    press(key) {
      const event = new KeyboardEvent("keydown", { key });
      const handled = view.someProp("handleKeyDown", (handle) => handle(view, event));
      // What the browser does with the key by itself.
      if (handled !== true && key === "Backspace") view.dispatch(view.state.tr.deleteSelection());
    },
    command(command) {
      const became = runCommand(person.doc, published, command, newId());
      if (became.outcome !== "done") throw new Error(`${command.command}: ${became.outcome}`);
    },
    clause: (words) =>
      state?.current.clauses.find(({ content }) => flatten(content).includes(words))?.id ?? find(words).id,
    close() {
      editor.destroy();
      element.remove();
    },
  };
  return self;
}
