// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { caret, press } from "../testing/drive.ts";
import { freshDraft, openDraft } from "../testing/openDraft.ts";

it("marks the block of the caret and the one before, and keeps the mark when the block is made anew", () => {
  const draft = openDraft(freshDraft());
  const marked = () =>
    Array.from(draft.view.dom.querySelectorAll(".at-hand"), (block) => block.getAttribute("data-id"));
  caret(draft, "c2", 0);
  caret(draft, "c4", 1);
  expect(marked()).toEqual(["c2", "c4"]);
  draft.editor.indent(1);
  expect(marked()).toEqual(["c2", "c4"]);
  press(draft, "Enter");
  expect(marked()).toHaveLength(2);
  expect(marked()[0]).toBe("c4");
  caret(draft, "c2", 0);
  expect(marked()).toHaveLength(2);
  expect(marked()[0]).toBe("c2");
});
