// @vitest-environment happy-dom
import {
  type ThreadAnchor,
  type Place,
  flatClauses,
  moveClause,
  rangeReader,
  resolveAnchor,
  wordsAnchor,
} from "@plenary/collab";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import * as Y from "yjs";
import { afterEach, describe, expect, it } from "vitest";
import { caret, press, type } from "../testing/drive.ts";
import { type OpenDraft, find, freshCopy, openDraft, published, sync } from "../testing/openDraft.ts";

const open: OpenDraft[] = [];
afterEach(() => {
  for (const draft of open.splice(0)) {
    draft.editor.destroy();
    draft.element.remove();
  }
});

/** Two papers of one draft; the first one's reader begins a thread on the word "harbour" of b). */
function begun(): { a: OpenDraft; b: OpenDraft; anchor: ThreadAnchor; place: () => Place; quoted: () => string } {
  const a = openDraft();
  const b = openDraft(freshCopy(a));
  open.push(a, b);
  const from = "the report of the first ".length;
  caret(a, "c5", from, from + "harbour".length);
  const range = a.editor.selected();
  if (!range) throw new Error("nothing is selected");
  const anchor = wordsAnchor(a.doc, published, a.state().current, range);
  const place = (): Place => placeOf(anchor, a);
  const quoted = (): string => {
    sync(a.doc, b.doc);
    const at = place();
    return at.on === "words" ? (flatClauses(a.state().current).get(at.clause) ?? "").slice(at.from, at.to) : at.on;
  };
  return { a, b, anchor, place, quoted };
}

function placeOf(anchor: ThreadAnchor, draft: OpenDraft): Place {
  const { current, redline } = draft.state();
  return resolveAnchor(anchor, {
    current: flatClauses(current),
    published: flatClauses(published),
    changes: redline.changes,
    rangeOf: rangeReader(draft.doc, published),
  });
}

/** The words of the place and what follows them in their clause. */
function onward(place: Place, { state }: OpenDraft): string {
  if (place.on !== "words") return place.on;
  return (flatClauses(state().current).get(place.clause) ?? "").slice(place.from);
}

const rest = "harbour forum,";

/** Splits a clause in the live text: its second part is written anew in another element. */
function split(doc: Y.Doc, id: string, at: number): void {
  const { element, words, index } = live(doc, id);
  const tail = words.toString().slice(at);
  doc.transact(() => {
    const made = new Y.XmlElement("clause");
    made.setAttribute("id", "new1");
    made.setAttribute("kind", String(element.getAttribute("kind")));
    made.insert(0, [new Y.XmlText(tail)]);
    words.delete(at, tail.length);
    doc.getXmlFragment("text").insert(index + 1, [made]);
  });
}

/** Joins a clause to the one before it in the live text: its words are written anew there. */
function join(doc: Y.Doc, id: string, next: string): void {
  const { words } = live(doc, id);
  const { words: tail, index } = live(doc, next);
  doc.transact(() => {
    words.insert(words.length, ` ${tail.toString()}`);
    doc.getXmlFragment("text").delete(index, 1);
  });
}

function live(doc: Y.Doc, id: string) {
  const nodes = doc.getXmlFragment("text").toArray();
  const index = nodes.findIndex((node) => node instanceof Y.XmlElement && node.getAttribute("id") === id);
  const element = nodes[index];
  const words = element instanceof Y.XmlElement ? element.firstChild : null;
  if (!(element instanceof Y.XmlElement) || !(words instanceof Y.XmlText)) throw new Error(`no clause ${id}`);
  return { element, words, index };
}

/** Puts a block elsewhere as dragging does, in one transaction. */
function drag({ view }: OpenDraft, id: string, before: string): void {
  const from = find(view, id);
  const node = view.state.doc.nodeAt(from)!;
  const tr = view.state.tr.delete(from, from + node.nodeSize);
  view.dispatch(tr.insert(tr.mapping.map(find(view, before)), node));
}

describe("a thread on a quoted word follows it or is visibly orphaned, and never points elsewhere", () => {
  it("stands on the word to begin with", () => {
    const { a, place, anchor } = begun();
    expect(anchor).toMatchObject({ on: "words", clause: "c5", quote: "harbour" });
    expect(onward(place(), a)).toBe(rest);
  });

  it("1: words are inserted before it", () => {
    const { a, b, place, quoted } = begun();
    caret(b, "c5", 0);
    type(b, "with harbour masters, ");
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
  });

  it("2: the clause is split earlier", () => {
    const { a, b, place, quoted } = begun();
    split(b.doc, "c5", "the report ".length);
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
    expect(place()).toMatchObject({ on: "words", clause: "new1", from: "of the first ".length });
  });

  it("3: the clause is split inside the quote", () => {
    const { b, place, quoted } = begun();
    split(b.doc, "c5", "the report of the first har".length);
    expect(quoted()).toBe("orphan");
    expect(place()).toEqual({ on: "orphan", clause: "c5" });
  });

  it("4: the clause is joined with the one before", () => {
    const { a, b, place, quoted } = begun();
    join(b.doc, "c4", "c5");
    expect(quoted()).toBe("harbour");
    expect(place()).toMatchObject({ clause: "c4" });
    expect(onward(place(), a)).toBe(rest);
  });

  it("5: the item becomes a heading", () => {
    const { a, b, place, quoted } = begun();
    b.view.dispatch(b.view.state.tr.setNodeAttribute(find(b.view, "c5"), "kind", "heading"));
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
    // The binding may also write a new element with the same words.
    const pos = find(b.view, "c5");
    const node = b.view.state.doc.nodeAt(pos)!;
    b.view.dispatch(b.view.state.tr.delete(pos, pos + node.nodeSize));
    b.view.dispatch(b.view.state.tr.insert(pos, node));
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
  });

  it("6: the clause is moved to the end", () => {
    const { a, b, place, quoted } = begun();
    moveClause(b.doc, published, "c5", null);
    expect(quoted()).toBe("harbour");
    expect(place()).toMatchObject({ clause: "c5" });
    expect(onward(place(), a)).toBe(rest);
  });

  it("6, by dragging, in one transaction", () => {
    const { a, b, place, quoted } = begun();
    drag(b, "c5", "c10");
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
  });

  it("7: the clause before is deleted", () => {
    const { a, b, place, quoted } = begun();
    b.editor.suppress("c4");
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
  });

  it("8: a clause is inserted before", () => {
    const { a, b, place, quoted } = begun();
    caret(b, "c4", 5);
    press(b, "Enter");
    type(b, "every harbour forum,");
    expect(quoted()).toBe("harbour");
    expect(place()).toMatchObject({ clause: "c5" });
    expect(onward(place(), a)).toBe(rest);
  });

  it("9: two clauses are swapped", () => {
    const { a, b, place, quoted } = begun();
    drag(b, "c5", "c4");
    expect(quoted()).toBe("harbour");
    expect(place()).toMatchObject({ clause: "c5" });
    expect(onward(place(), a)).toBe(rest);
  });

  it("10: the word is made bold", () => {
    const { a, b, place, quoted } = begun();
    caret(b, "c5", 24, 31);
    b.editor.toggleMark("bold");
    expect(quoted()).toBe("harbour");
    expect(onward(place(), a)).toBe(rest);
  });

  it("11: the clause is replaced by a pasted, nearly equal one", () => {
    const { a, b, place, quoted } = begun();
    const pos = find(b.view, "c5");
    const { state } = b.view;
    const words = state.schema.text("the long report of the first harbour forum, of 2020,");
    const pasted = state.schema.nodes["clause"]!.create({ id: "new1", kind: "item", level: 0, label: "a)" }, words);
    b.editor.suppress("c5");
    b.view.dispatch(b.view.state.tr.insert(pos, pasted));
    expect(quoted()).toBe("harbour");
    expect(place()).toMatchObject({ clause: "new1" });
    expect(onward(place(), a)).toBe("harbour forum, of 2020,");
  });

  it("the word is deleted: an orphan at its clause, though another clause says the same word", () => {
    const { b, place, quoted } = begun();
    caret(b, "c8", 0);
    type(b, "for one harbour ");
    caret(b, "c5", 24, 32);
    press(b, "Backspace");
    b.view.dispatch(b.view.state.tr.deleteSelection());
    expect(quoted()).toBe("orphan");
    expect(place()).toEqual({ on: "orphan", clause: "c5" });
  });

  it("the word is deleted and stands twice elsewhere in its clause: an orphan", () => {
    const { b, quoted } = begun();
    caret(b, "c5", 24, 38);
    b.view.dispatch(b.view.state.tr.insertText("port and the harbour of the harbour"));
    expect(quoted()).toBe("orphan");
  });

  it("positions that resolve to nothing are an orphan, not the document's start", () => {
    const { a, anchor } = begun();
    if (anchor.on !== "words") throw new Error("the anchor is on words");
    const other = new Y.Doc();
    const foreign = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(other.getText("text"), 0));
    const name = btoa(String.fromCharCode(...foreign));
    const lost = { ...anchor, quote: "harbor", start: name, end: name };
    expect(placeOf(lost, a)).toEqual({ on: "orphan", clause: "c5" });
    expect(placeOf({ ...lost, start: "not base64 !", end: null }, a)).toEqual({ on: "orphan", clause: "c5" });
    expect(placeOf({ ...lost, clause: "nowhere" }, a)).toEqual({ on: "orphan", clause: null });
  });
});

describe("anchors on clauses and changes", () => {
  it("a clause that is suppressed keeps its thread, marked as gone", () => {
    const { a } = begun();
    expect(placeOf({ on: "clause", clause: "c5" }, a)).toEqual({ on: "clause", clause: "c5", gone: false });
    a.editor.suppress("c5");
    expect(placeOf({ on: "clause", clause: "c5" }, a)).toEqual({ on: "clause", clause: "c5", gone: true });
  });

  it("a thread on a change stays while its words grow, and is an orphan when it is taken back", () => {
    const { a } = begun();
    caret(a, "c8", 3, 10);
    type(a, "print");
    const made = a.state().redline.changes.find(({ kind }) => kind === "text")!;
    const { clause: id, kind, fromA: from, toA: to, deleted, inserted } = made;
    const anchor: ThreadAnchor = { on: "change", clause: id, kind, from, to, deleted, inserted };
    expect(placeOf(anchor, a)).toEqual({ on: "change", clause: "c8", change: made.id });
    caret(a, "c8", 8);
    type(a, " and send");
    const grown = a.state().redline.changes.find((one) => one.kind === "text" && one.clause === "c8")!;
    expect(grown.inserted).toContain("print and send");
    expect(placeOf(anchor, a)).toEqual({ on: "change", clause: "c8", change: grown.id });
    a.editor.restore("c8");
    expect(placeOf(anchor, a)).toEqual({ on: "orphan", clause: "c8" });
  });

  it("another insertion at the same point is not the one that was talked about", () => {
    const { a } = begun();
    caret(a, "c8", 2);
    type(a, " quickly");
    const { clause: id, kind, fromA: from, toA: to, deleted, inserted } = a.state().redline.changes[0]!;
    const anchor: ThreadAnchor = { on: "change", clause: id, kind, from, to, deleted, inserted };
    a.editor.restore("c8");
    caret(a, "c8", 2);
    type(a, " hereby");
    expect(placeOf(anchor, a)).toEqual({ on: "orphan", clause: "c8" });
  });
});

describe("marks on the paper", () => {
  it("stand on the words, go along with edits and count on the clause", () => {
    const { a, b } = begun();
    a.editor.setThreads([
      { id: "t1", clause: "c5", from: 24, to: 31, lit: true },
      { id: "t2", clause: "c5", from: 0, to: 0, lit: false },
    ]);

    caret(b, "c5", 4);
    type(b, "long ");
    sync(a.doc, b.doc);
    const words = [...a.element.querySelectorAll("[data-thread='t1']")].map(({ textContent }) => textContent);
    expect(words.join("")).toBe("harbour");
    expect(a.element.querySelector("[data-id='c5']")?.getAttribute("data-talk")).toBe("2");
    a.editor.setThreads([]);
    expect(a.element.querySelector("[data-talk], [data-thread]")).toBeNull();
  });
});

it("whatever is edited, a thread stands on its very words or is an orphan", () => {
  const edit = fc.record({
    id: fc.constantFrom("c4", "c5", "c8"),
    at: fc.nat(40),
    to: fc.nat(40),
    word: fc.constantFrom("", "harbour ", "x"),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const { b, place, quoted } = begun();
      for (const { id, at, to, word } of edits) {
        const pos = find(b.view, id) + 1;
        const size = b.view.state.doc.nodeAt(pos - 1)!.content.size;
        const [from, end] = [Math.min(at, to, size), Math.min(Math.max(at, to), size)];
        b.view.dispatch(b.view.state.tr.setSelection(TextSelection.create(b.view.state.doc, pos + from, pos + end)));
        if (word === "") b.view.dispatch(b.view.state.tr.deleteSelection());
        else type(b, word);
      }
      expect(["harbour", "orphan"]).toContain(quoted());
      const at = place();
      expect(at.clause === null || flatClauses(published).has(at.clause)).toBe(true);
      for (const draft of open.splice(0)) {
        draft.editor.destroy();
        draft.element.remove();
      }
    }),
    { numRuns: 40 },
  );
});
