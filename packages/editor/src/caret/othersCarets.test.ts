// @vitest-environment happy-dom
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { caret, press, type } from "../testing/drive.ts";
import { freshCopy, freshDraft, openDraft, sync } from "../testing/openDraft.ts";

afterEach(() => vi.unstubAllGlobals());

/** Frames that come when a test says so. */
function frames(): { next(): void } {
  const waiting = new Map<number, () => void>();
  let made = 0;
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => {
    waiting.set(++made, run);
    return made;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => waiting.delete(id));
  return {
    next() {
      const now = [...waiting.values()];
      waiting.clear();
      for (const run of now) run();
    },
  };
}

/** A paper, and another person at the other end of the line. */
function openWithAnother() {
  const awareness = new Awareness(freshDraft());
  const draft = openDraft(awareness.doc, undefined, "marked", awareness);
  const theirs = freshCopy(draft);
  const theirAwareness = new Awareness(theirs);
  theirAwareness.setLocalStateField("user", { id: "u2", name: "Bo", group: "TWO", color: "#993344" });
  const line = theirs.getXmlFragment("text").get(2);
  const words = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(line instanceof Y.XmlElement) || !(words instanceof Y.XmlText)) throw new Error("the clause has no words");
  const passes = vi.spyOn(draft.view, "updateState");
  return {
    draft,
    theirs,
    line,
    passes,
    moveTo(offset: number) {
      const place = Y.createRelativePositionFromTypeIndex(words, offset, -1);
      theirAwareness.setLocalStateField("cursor", { anchor: place, head: place });
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirAwareness, [theirs.clientID]), "line");
    },
    show(cursor: unknown) {
      theirAwareness.setLocalStateField("cursor", cursor);
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirAwareness, [theirs.clientID]), "line");
    },
    write(offset: number, letter: string) {
      words.insert(offset, letter);
      sync(draft.doc, theirs);
    },
    /** The current words of the clause with the caret as a bar. */
    shown: () => {
      const clause = draft.element.querySelector(".caret")?.closest("[data-id]")?.cloneNode(true);
      if (!(clause instanceof Element)) return null;
      clause.querySelector(".caret")?.replaceWith("|");
      for (const struck of clause.querySelectorAll("del")) struck.remove();
      return clause.textContent;
    },
  };
}

it("another person's caret is drawn at once, and then once in the next frame, however often it moves", () => {
  const frame = frames();
  const other = openWithAnother();
  other.moveTo(2);
  expect(other.shown()).toBe("re|calling");
  frame.next();
  other.passes.mockClear();
  other.write(2, "-");
  other.moveTo(3);
  expect(other.shown()).toBe("re-|calling");
  for (const offset of [4, 5, 6]) other.moveTo(offset);
  expect(other.passes).toHaveBeenCalledTimes(2);
  frame.next();
  expect(other.shown()).toBe("re-cal|ling");
  expect(other.passes).toHaveBeenCalledTimes(3);
  frame.next();
  expect(other.passes).toHaveBeenCalledTimes(3);
});

it("a caret that is told ahead of what its person typed is drawn with it", () => {
  const frame = frames();
  const other = openWithAnother();
  for (const offset of [1, 4]) other.moveTo(offset);
  other.write(0, "now ");
  expect(other.shown()).toBe("now reca|lling");
  other.passes.mockClear();
  frame.next();
  expect(other.passes).not.toHaveBeenCalled();
});

it("another person's caret stays at its letters, whatever one writes and does before it", () => {
  const frame = frames();
  const other = openWithAnother();
  other.moveTo(4);
  frame.next();
  caret(other.draft, "c3", 0);
  type(other.draft, "x");
  expect(other.shown()).toBe("xreca|lling");
  caret(other.draft, "c3", 1, 3);
  other.draft.view.dispatch(other.draft.view.state.tr.deleteSelection());
  expect(other.shown()).toBe("xca|lling");
  caret(other.draft, "c2", 0);
  press(other.draft, "Enter");
  type(other.draft, "new");
  frame.next();
  expect(other.shown()).toBe("xca|lling");
  sync(other.draft.doc, other.theirs);
  other.write(0, "abc");
  expect(other.shown()).toBe("abcxca|lling");
  frame.next();
  expect(other.shown()).toBe("abcxca|lling");
});

it("whatever somebody shows for a caret harms no paper", () => {
  const frame = frames();
  const other = openWithAnother();
  const number = fc.oneof(
    { weight: 8, arbitrary: fc.nat(300) },
    { weight: 4, arbitrary: fc.constant(other.draft.doc.clientID) },
    fc.integer({ min: -2, max: -1 }),
    fc.double(),
  );
  const id = fc.oneof(
    { weight: 8, arbitrary: fc.record({ client: number, clock: number }) },
    fc.jsonValue({ maxDepth: 1 }),
  );
  const place = fc.record(
    { type: id, item: id, tname: fc.constantFrom("text", "other", null, 7), assoc: number },
    { requiredKeys: [] },
  );
  const places = fc.oneof(place, fc.jsonValue({ maxDepth: 1 }));
  const carets = fc.oneof(
    fc.record({ anchor: places, head: places }, { requiredKeys: [] }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(carets, (caret) => {
      other.show(caret);
      frame.next();
      other.write(0, "-");
      type(other.draft, "x");
    }),
    { numRuns: 1000 },
  );
  other.moveTo(1);
  frame.next();
  expect(other.shown()).toMatch(/^-\|-/);
  expect([...other.draft.doc.share.keys()]).toEqual(["text"]);
});

it("a caret beside what stands in the text of an old draft harms no paper", () => {
  const frame = frames();
  const other = openWithAnother();
  other.line.push([new Y.XmlElement("hardBreak"), new Y.XmlText("more")]);
  sync(other.draft.doc, other.theirs);
  const place = Y.createRelativePositionFromTypeIndex(other.line, 3);
  other.show({ anchor: place, head: place });
  frame.next();
  type(other.draft, "x");
  other.moveTo(1);
  frame.next();
  expect(other.shown()).toMatch(/^r\|ecalling/);
});

it("a paper that is gone draws no carets", () => {
  const frame = frames();
  const other = openWithAnother();
  for (const offset of [1, 4]) other.moveTo(offset);
  other.draft.editor.destroy();
  expect(() => frame.next()).not.toThrow();
});

it("a caret that moves alone does not have the page compared with the live draft", () => {
  const frame = frames();
  const other = openWithAnother();
  const sync: { readonly doc: Y.Doc } = ySyncPluginKey.getState(other.draft.view.state);
  const compared = vi.fn<() => void>();
  sync.doc.on("beforeTransaction", compared);
  other.moveTo(4);
  frame.next();
  caret(other.draft, "c3", 2);
  expect(compared).not.toHaveBeenCalled();
  type(other.draft, "x");
  expect(compared).toHaveBeenCalled();
});
