import { readText, writeText } from "@plenary/collab";
import { type Clause, type Text, flatten } from "@plenary/document";
import { type DraftEditor, type DraftState, createDraftEditor } from "@plenary/editor";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

/** What a test may do on the page: one paper, and another person at the other end of the line. */
export interface Bench {
  /** Puts a fresh paper on the page, whose draft was edited by somebody before it was opened when `before` says so. */
  open(published: Text, before?: readonly PeerEdit[]): void;
  /** The other person edits; it arrives at once. */
  peer(edit: PeerEdit): void;
  /** What each clause of the live draft says, in order. */
  said(): string[];
  /** The clauses of the live draft as they stand. */
  clauses(): readonly Clause[];
  /** How many pastes were refused on this paper. */
  refused(): number;
  /** The state as the paper told it last. */
  state(): Pick<DraftState, "active" | "clause">;
  /** Whether others are told that a composition is going on. */
  composing(): boolean;
  /** How many compositions began on this paper. */
  compositions(): number;
  editor(): DraftEditor;
}

/** Deletes `remove` units at an offset of a clause of the other person's copy and types words there. */
export interface PeerEdit {
  readonly clause: number;
  readonly at: number;
  readonly remove?: number;
  readonly words: string;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

let editor: DraftEditor | null = null;
let state: DraftState | null = null;
let mine = new Y.Doc();
let theirs = new Y.Doc();
let awareness = new Awareness(mine);
let base: Text | null = null;
let compositions = 0;
let refused = 0;
document.addEventListener("compositionstart", () => {
  compositions++;
});

window.bench = {
  open(published, before = []) {
    editor?.destroy();
    document.body.replaceChildren();
    mine = new Y.Doc();
    theirs = new Y.Doc();
    awareness = new Awareness(mine);
    base = published;
    compositions = 0;
    refused = 0;
    writeText(mine, published);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    mine.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "line") Y.applyUpdate(theirs, update, "line");
    });
    theirs.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "line") Y.applyUpdate(mine, update, "line");
    });
    before.forEach(peer);
    const element = document.createElement("div");
    document.body.append(element);
    editor = createDraftEditor({
      element,
      doc: mine,
      awareness,
      user: { id: "u1", name: "Ada", group: "ONE", color: "#336699" },
      published,
      editable: true,
      mode: "marked",
      structure: {
        run: () => Promise.resolve(null),
        onInsert: () => undefined,
        onEdge: () => undefined,
        onPasteRefused: () => refused++,
      },
      strings: { paper: "Draft", movedFrom: (place) => place, movedTo: (place) => place },
      onState: (now) => {
        state = now;
      },
    });
  },
  peer,
  clauses: () => (base ? readText(mine, base).clauses : []),
  refused: () => refused,
  said: () => (base ? readText(mine, base).clauses.map(words) : []),
  state: () => ({ active: state?.active ?? null, clause: state?.clause ?? null }),
  composing: () => awareness.getLocalState()?.["composing"] === true,
  compositions: () => compositions,
  editor: () => {
    if (!editor) throw new Error("open a paper first");
    return editor;
  },
};

function words({ content }: Clause): string {
  return flatten(content);
}

function peer({ clause, at, remove = 0, words: typed }: PeerEdit): void {
  const element = theirs.getXmlFragment("text").get(clause);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`clause ${clause} has no words`);
  theirs.transact(() => {
    if (remove > 0) text.delete(at, remove);
    text.insert(at, typed);
  });
}
