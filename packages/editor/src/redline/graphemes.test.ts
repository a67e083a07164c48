// @vitest-environment happy-dom
import { clause, flatten, text } from "@plenary/document";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { type OpenDraft, find, freshDraft, openDraft } from "../testing/openDraft.ts";
import { redlineKey } from "./redlinePlugin.ts";

/** Characters of several code points, many of which share some with others. */
const clusters = [
  "a",
  " ",
  "e",
  "e\u0301",
  "e\u0302",
  "👩",
  "👩‍🚀",
  "👩‍🔬",
  "👩🏽‍🔬",
  "🇫🇷",
  "🇫🇮",
  "हि",
  "ह",
  "ب",
  "بَ",
  "بِ",
  "한",
  "하",
  "ᄒ",
  "各",
  "1️⃣",
  "𝒳",
];
const words = fc.array(fc.constantFrom(...clusters), { minLength: 1, maxLength: 24 }).map((all) => all.join(""));

let draft: OpenDraft | null = null;
afterEach(() => {
  draft?.editor.destroy();
  draft?.element.remove();
});

/** The places in a text where a character as people see it begins or ends. */
function edges(said: string): Set<number> {
  const parts = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(said);
  return new Set([...Array.from(parts, ({ index }) => index), said.length]);
}

it("no decoration cuts a character, whatever is replaced by whatever", () => {
  let drawn = 0;
  fc.assert(
    fc.property(words, words, (before, after) => {
      const base = text("en", [clause("paragraph", before)]);
      draft?.editor.destroy();
      draft?.element.remove();
      draft = openDraft(freshDraft(base), base);
      const { view, state } = draft;
      const start = find(view, "c1") + 1;
      view.dispatch(view.state.tr.insertText(after, start, start + before.length));
      const now = edges(flatten(state().current.clauses[0]!.content));
      const was = edges(before);
      for (const { kind, fromA, toA, fromB, toB } of state().redline.changes) {
        if (kind !== "text") continue;
        for (const at of [fromA, toA]) expect(was.has(at), `${at} in the base`).toBe(true);
        for (const at of [fromB, toB]) expect(now.has(at), `${at} in the draft`).toBe(true);
      }
      const set = redlineKey.getState(view.state)!.drawn.set;
      for (const one of set.find(start, start + after.length)) {
        if (one.from < start) continue;
        drawn += 1;
        for (const at of [one.from, one.to]) expect(now.has(at - start), `${at - start} drawn`).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
  expect(drawn).toBeGreaterThan(100);
});
