// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { caret, press, select, type } from "../testing/drive.ts";
import { lawfulPapers } from "../testing/lawfulPapers.ts";
import type { OpenDraft } from "../testing/openDraft.ts";

const paper = lawfulPapers();

/** c8 says "to issue a list of harbours each year,"; c4 has an added clause below it; c5 is suppressed. */
function amended(): OpenDraft {
  const draft = paper();
  caret(draft, "c8", 30, 35);
  type(draft, "each");
  caret(draft, "c8", 3, 10);
  type(draft, "issue");
  caret(draft, "c4", 27);
  press(draft, "Enter");
  type(draft, "the winter storms;");
  draft.editor.suppress("c5");
  return draft;
}

const told = (draft: OpenDraft): string[] => {
  const { selected, redline, identities } = draft.state();
  const changes = redline.changes.filter(({ id }) => selected.includes(identities.get(id) ?? id));
  return changes.map(({ kind, deleted, inserted }) => (kind === "text" ? `${deleted}/${inserted}` : kind));
};

it("a caret takes in nothing, words take in the changes that they touch", () => {
  const draft = amended();
  caret(draft, "c8", 5);
  expect(draft.state().selected).toEqual([]);
  caret(draft, "c8", 4, 6);
  expect(told(draft)).toEqual(["publish/issue"]);
  caret(draft, "c8", 9, 12);
  expect(told(draft)).toEqual([]);
  caret(draft, "c8", 0, 38);
  expect(told(draft)).toEqual(["publish/issue", "every/each"]);
});

it("a selection over clauses takes in what came and went between them", () => {
  const draft = amended();
  select(draft, "c4", 0, "c8", 5);
  expect(told(draft).toSorted()).toEqual(["add", "publish/issue", "suppress"]);
});

it("an unchanged selection keeps its list, so that the page renders nothing anew", () => {
  const draft = amended();
  caret(draft, "c8", 4, 6);
  const { selected } = draft.state();
  caret(draft, "c8", 4, 7);
  expect(draft.state().selected).toBe(selected);
});
