// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { caret, press, select, type } from "../testing/drive.ts";
import { lawfulPapers } from "../testing/lawfulPapers.ts";
import { type OpenDraft, freshCopy, sync } from "../testing/openDraft.ts";

const paper = lawfulPapers();

/** The clause of the caret as the page says it, with the caret as a bar, and its id. */
function place({ view }: OpenDraft): [id: unknown, said: string] {
  const { $head, empty } = view.state.selection;
  const words = $head.parent.textContent;
  const bar = empty ? "|" : "selected";
  return [$head.parent.attrs["id"], words.slice(0, $head.parentOffset) + bar + words.slice($head.parentOffset)];
}

it("the caret goes to the words that are undone and done again", () => {
  const draft = paper();
  caret(draft, "c10", 5);
  type(draft, "xy");
  caret(draft, "c1", 2);
  draft.editor.undo();
  expect(place(draft)).toEqual(["c10", "Adopt|ed at the lakeside."]);
  caret(draft, "c1", 2);
  draft.editor.redo();
  expect(place(draft)).toEqual(["c10", "Adoptxy|ed at the lakeside."]);
});

it("the caret goes there when others have written before, or taken most of the text away", () => {
  const draft = paper();
  const theirs = paper(freshCopy(draft));
  caret(draft, "c10", 5);
  type(draft, "xy");
  caret(draft, "c1", 2);
  sync(draft.doc, theirs.doc);
  select(theirs, "c2", 0, "c8", 5);
  press(theirs, "Delete");
  caret(theirs, "c10", 0);
  type(theirs, "Read and a");
  sync(draft.doc, theirs.doc);
  draft.editor.undo();
  expect(place(draft)).toEqual(["c10", "Read and aAdopt|ed at the lakeside."]);
});

it("from a clause that is undone the caret goes to the end of the one before, and back into it", () => {
  const draft = paper();
  caret(draft, "c4", 5);
  press(draft, "Enter");
  type(draft, "new");
  draft.editor.undo();
  expect(place(draft)).toEqual(["c4", "the needs of small harbours;|"]);
  draft.editor.redo();
  expect(place(draft)[1]).toBe("new|");
});

it("what is selected stays selected when its formatting is undone and done again", () => {
  const draft = paper();
  caret(draft, "c10", 4, 9);
  draft.editor.toggleMark("bold");
  const { selection, doc } = draft.view.state;
  draft.editor.undo();
  expect(draft.view.state.doc.eq(doc)).toBe(false);
  expect(draft.view.state.selection.eq(selection)).toBe(true);
  draft.editor.redo();
  expect(draft.view.state.selection.eq(selection)).toBe(true);
});
