import { expect, it } from "vitest";
import * as Y from "yjs";
import { changedKeptFormatting } from "./keptFormatting.ts";

/** Whether another's copy learns of changed formatting when somebody does this to "to share registers", "share" bold. */
function learns(does: (words: Y.XmlText) => void): boolean[] {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const words = one.get("words", Y.XmlText);
  words.insert(0, "to share registers");
  words.format(3, 5, { bold: {} });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  const learnt: boolean[] = [];
  const copy = other.get("words", Y.XmlText);
  copy.observe((event) => learnt.push(changedKeptFormatting(event, copy)));
  one.transact(() => does(words));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  return learnt;
}

it("is so where words that stay become bold, or no longer are", () => {
  expect(learns((words) => words.format(0, 2, { bold: {} }))).toEqual([true]);
  expect(learns((words) => words.format(3, 5, { bold: null }))).toEqual([true]);
  expect(learns((words) => words.format(4, 1, { italic: {} }))).toEqual([true]);
});

it("is not so where words come, formatted or not, or formatted ones go", () => {
  expect(learns((words) => words.insert(18, "!", { italic: {} }))).toEqual([false]);
  expect(learns((words) => words.insert(4, "x"))).toEqual([false]);
  const [first, ...tidied] = learns((words) => words.delete(3, 5));
  expect([first, ...tidied]).not.toContain(true);
  expect(learns((words) => words.delete(0, words.length))).not.toContain(true);
});

it("is not so where bold is said again, or said and taken back at once", () => {
  expect(learns((words) => words.format(4, 2, { bold: {} }))).not.toContain(true);
  const back = learns((words) => {
    words.format(0, 2, { italic: {} });
    words.format(0, 2, { italic: null });
  });
  expect(back).not.toContain(true);
});
