import { newId, runCommand, writeText } from "@plenary/collab";
import { type Text, clause, item, run, table, text } from "@plenary/document";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type DraftEditor, createDraftEditor } from "../createDraftEditor.ts";
import type { DisplayMode, DraftState } from "../draftState.ts";

/** A draft opened for a test: the paper, the live draft behind it, and what the paper last told. */
export interface OpenDraft {
  readonly editor: DraftEditor;
  readonly view: EditorView;
  readonly doc: Y.Doc;
  readonly element: HTMLElement;
  readonly state: () => DraftState;
  /** The published text that the paper is held against. */
  readonly base: Text;
  /** What the paper asked of the page: to insert, or why nothing was joined at an edge. */
  readonly asked: readonly string[];
}

/** A made-up published text with every kind of block that the tests need. */
export const published: Text = text("en", [
  clause("number", "RESOLUTION 9 (Rev. Lakeside, 2024)"),
  clause("title", "Shared use of harbour radio"),
  clause("call", "recalling"),
  item("a)", "the needs of small harbours;"),
  item("b)", ["the report of the ", "first"].join("") + " harbour forum,"),
  clause("call", "resolves"),
  item("1", [run("to keep "), run("one", "bold"), run(" channel free at all times;")]),
  item("2", "to publish a list of harbours every year,"),
  table([
    ["Harbour", "Channel"],
    ["North", "12"],
  ]),
  clause("paragraph", "Adopted at the lakeside."),
]);

/** Opens a paper on a live draft, on the published text when none is given; `server` is where commands are carried out. */
export function openDraft(
  doc = freshDraft(),
  base = published,
  mode: DisplayMode = "marked",
  awareness: Awareness | null = null,
  server = doc,
): OpenDraft {
  const element = document.createElement("div");
  document.body.append(element);
  let last: DraftState | null = null;
  const asked: string[] = [];
  const editor = createDraftEditor({
    element,
    doc,
    awareness,
    user: { id: "u1", name: "Ada", group: "ONE", color: "#336699" },
    published: base,
    editable: true,
    mode,
    strings: { paper: "Draft", movedFrom: (place) => `moved from ${place}`, movedTo: (place) => `moved to ${place}` },
    onState: (state) => {
      last = state;
    },
    structure: {
      run: async (command) => {
        // The page has the server know its words before it asks.
        if (server !== doc) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        const became = runCommand(server, base, command, newId());
        if (!("made" in became)) throw new Error(became.outcome);
        return became.made;
      },
      onInsert: () => asked.push("insert"),
      onEdge: (edge) => asked.push(edge),
      onPasteRefused: () => asked.push("too much"),
    },
  });
  const dom: Element & { editor?: { view: EditorView } } = element.querySelector(".ProseMirror")!;
  return {
    editor,
    base,
    asked,
    view: dom.editor!.view,
    doc,
    element,
    state: () => {
      if (!last) throw new Error("the paper has told nothing yet");
      return last;
    },
  };
}

/** A live draft that holds the text. */
export function freshDraft(base = published): Y.Doc {
  const doc = new Y.Doc();
  writeText(doc, base);
  return doc;
}

/** The position before the block with that id; the first of doubled ones. */
export function find(view: EditorView, id: string): number {
  let found = -1;
  view.state.doc.descendants((node, pos) => {
    if (found < 0 && node.isBlock && node.attrs["id"] === id) found = pos;
    return found < 0;
  });
  if (found < 0) throw new Error(`no block ${id} on the page`);
  return found;
}

/** How often two live drafts answer one another at most. */
const MOST_ROUNDS = 10;

/** Brings two live drafts together, both ways, until neither has anything more to say to what came. */
export function sync(one: Y.Doc, other: Y.Doc): void {
  let news = true;
  const note = (): void => void (news = true);
  for (const doc of [one, other]) doc.on("update", note);
  for (let rounds = 0; news; rounds++) {
    if (rounds === MOST_ROUNDS) throw new Error("The two answer one another without end.");
    news = false;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), "network");
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), "network");
  }
  for (const doc of [one, other]) doc.off("update", note);
}

/** Another person's copy of a live draft. */
export function freshCopy({ doc }: OpenDraft): Y.Doc {
  const copy = new Y.Doc();
  sync(copy, doc);
  return copy;
}
