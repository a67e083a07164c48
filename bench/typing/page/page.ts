import "@plenary/editor/paper.css";
import { readText, replaceText, writeText } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { redrawn } from "@plenary/editor/redrawn";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { SampleDraft } from "../sampleDraft.ts";
import { type Kind, type Opened, openPaper } from "./openPaper.ts";
import { paint } from "./paint.ts";

/** What the bench does on a page: one paper, and another person at the other end of the line. */
export interface TypingPage {
  /** Holds a draft ready. */
  load(sample: SampleDraft): void;
  /** Opens the paper on the draft; gives the milliseconds until it was painted. */
  open(kind: Kind): Promise<number>;
  /** Puts the caret into a clause, in view. */
  caret(clause: string, offset: number): Promise<void>;
  /** The milliseconds from the last key to when its letter was painted. */
  key(): Promise<number>;
  /** The other person types a letter; gives the milliseconds from its arrival to when it was painted. */
  remote(clause: string, offset: number, letter: string): Promise<number>;
  /** What the draft says, and whether what is drawn equals a page drawn anew. */
  check(): { said: string; changed: number; asDrawnAnew: boolean };
}

declare global {
  interface Window {
    typing: TypingPage;
  }
}

let sample: SampleDraft | null = null;
let live = new Y.Doc();
let theirs = new Y.Doc();
let awareness = new Awareness(live);
let theirAwareness = new Awareness(theirs);
let opened: Opened | null = null;
let painted: Promise<number> | null = null;

const given = (): SampleDraft => {
  if (!sample) throw new Error("load a draft first");
  return sample;
};
const paper = (): Opened => {
  if (!opened) throw new Error("open a paper first");
  return opened;
};

document.addEventListener(
  "keydown",
  ({ timeStamp }) => {
    const typed = Promise.withResolvers<number>();
    painted = typed.promise;
    // The letter comes with a later event than its key.
    const letter = (): void => void paint(timeStamp).then(typed.resolve, typed.reject);
    document.addEventListener("keypress", letter, { once: true, capture: true });
  },
  { capture: true },
);

window.typing = {
  load(next) {
    sample = next;
    live = new Y.Doc();
    theirs = new Y.Doc();
    awareness = new Awareness(live);
    theirAwareness = new Awareness(theirs);
    theirAwareness.setLocalStateField("user", { id: "u2", name: "Bo", group: "TWO", color: "#993344" });
    writeText(live, next.published);
    replaceText(live, next.published, next.current);
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(live));
    live.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "line") Y.applyUpdate(theirs, update, "line");
    });
  },
  async open(kind) {
    opened?.close();
    const start = performance.now();
    opened = openPaper(kind, { doc: live, awareness, published: given().published });
    return await paint(start);
  },
  async caret(clause, offset) {
    const line = document.querySelector(`.ProseMirror > [data-id="${clause}"]`);
    const node = line && firstText(line, offset);
    if (!line || !node) throw new Error(`no clause ${clause} on the paper`);
    line.scrollIntoView({ block: "center" });
    paper().view.focus();
    getSelection()?.setPosition(node[0], node[1]);
    await paint(performance.now());
    await paint(performance.now());
  },
  key: async () => {
    if (!painted) throw new Error("press a key first");
    return await painted;
  },
  async remote(clause, offset, letter) {
    const all = theirs.getXmlFragment("text").toArray();
    const element = all.find((one) => one instanceof Y.XmlElement && one.getAttribute("id") === clause);
    const words = element instanceof Y.XmlElement ? element.get(0) : null;
    if (!(words instanceof Y.XmlText)) throw new Error(`clause ${clause} has no words`);
    const before = Y.encodeStateVector(theirs);
    words.insert(offset, letter);
    const update = Y.encodeStateAsUpdate(theirs, before);
    const place = Y.createRelativePositionFromTypeIndex(words, offset + 1);
    theirAwareness.setLocalStateField("cursor", { anchor: place, head: place });
    const carets = encodeAwarenessUpdate(theirAwareness, [theirs.clientID]);
    const start = performance.now();
    Y.applyUpdate(live, update, "line");
    applyAwarenessUpdate(awareness, carets, "line");
    // The other person's caret is drawn by a task of its own.
    await new Promise((done) => {
      setTimeout(done, 0);
    });
    return await paint(start);
  },
  check() {
    const said = readText(live, given().published).clauses.map(({ content }) => flatten(content));
    const { view } = paper();
    const drawn = redrawn(view);
    return {
      said: said.join("\n"),
      changed: drawn?.changed ?? 0,
      asDrawnAnew: drawn === null || JSON.stringify(drawn.shown) === JSON.stringify(drawn.anew),
    };
  },
};

/** The text node and offset at so many letters of a clause's own words, struck words and labels aside. */
function firstText(line: Element, offset: number): [Node, number] | null {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("[contenteditable=false]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? "";
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
