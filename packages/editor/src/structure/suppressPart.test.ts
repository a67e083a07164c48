// @vitest-environment happy-dom
import { clause, flatten, table, text } from "@plenary/document";
import { describe, expect, it } from "vitest";
import { caret, press, type } from "../testing/drive.ts";
import { lawfulPapers } from "../testing/lawfulPapers.ts";
import { laws } from "../testing/laws.ts";
import { type OpenDraft, freshCopy, freshDraft, sync } from "../testing/openDraft.ts";

const base = text("en", [
  clause("paragraph", "above", { id: "above" }),
  table(
    [
      ["Harbour", "Channel"],
      ["North", "12"],
      ["South", "14"],
    ],
    { id: "t" },
  ),
  clause("paragraph", "below", { id: "below" }),
]);

const openPaper = lawfulPapers();
const paper = (doc = freshDraft(base)): OpenDraft => openPaper(doc, base);

const rows = ({ state }: OpenDraft): string[][] =>
  state().current.clauses.flatMap((one) =>
    one.rows.map(({ cells }) => cells.map(({ clauses }) => clauses.map(({ content }) => flatten(content)).join("\n"))),
  );
const kinds = ({ state }: OpenDraft): string[] => state().redline.changes.map(({ kind }) => kind);
const order = ({ state }: OpenDraft): string[] => state().current.clauses.map(({ id }) => id);
const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("what is suppressed of a table, from a cell of it", () => {
  it("a row, a column, and all of it; undo brings each back with what was written there, redo takes it", () => {
    const draft = paper();
    caret(draft, "t.r2.c2.c1", 2);
    type(draft, " and 16");
    const before = rows(draft);
    const acts = [
      ["row", ["row"], [before[0], before[2]]],
      ["column", ["column"], [["Harbour"], ["North"], ["South"]]],
      ["table", ["suppress"], []],
    ] as const;
    for (const [extent, changes, left] of acts) {
      caret(draft, "t.r2.c2.c1", 1);
      draft.editor.suppressPart(extent);
      expect([extent, rows(draft), kinds(draft)]).toEqual([extent, left, changes]);
      laws(draft);
      draft.editor.undo();
      expect(rows(draft)).toEqual(before);
      draft.editor.redo();
      expect(rows(draft)).toEqual(left);
      draft.editor.undo();
      expect(rows(draft)).toEqual(before);
    }
  });

  it("the table whole with its last row or column, an added one too", () => {
    const draft = paper();
    caret(draft, "t.r2.c2.c1", 1);
    draft.editor.suppressPart("row");
    expect(draft.state().clause).toBe("t.r3.c2.c1");
    for (let n = 0; n < 2; n++) draft.editor.suppressPart("row");
    expect([order(draft), kinds(draft)]).toEqual([["above", "below"], ["suppress"]]);
    caret(draft, "above", 5);
    draft.editor.insert("table");
    expect(rows(draft).length).toBeGreaterThan(1);
    type(draft, "one");
    draft.editor.suppressPart("row");
    expect(rows(draft).length).toBeGreaterThan(0);
    draft.editor.suppressPart("table");
    expect(draft.state().clause).toBe("below");
    expect([order(draft), kinds(draft)]).toEqual([["above", "below"], ["suppress"]]);
  });

  it("nothing where the caret is in no table, and where one may only read", () => {
    const draft = paper();
    caret(draft, "above", 2);
    draft.editor.suppressPart("row");
    draft.editor.restoreTable();
    caret(draft, "t.r1.c1.c1", 1);
    draft.editor.setEditable(false);
    draft.editor.suppressPart("table");
    expect(kinds(draft)).toEqual([]);
  });
});

it("a table is restored from a cell that is left of it, and undo takes that back", () => {
  const draft = paper();
  caret(draft, "t.r1.c1.c1", 0);
  type(draft, "Every ");
  caret(draft, "t.r3.c1.c1", 1);
  draft.editor.suppressPart("row");
  caret(draft, "t.r2.c2.c1", 1);
  draft.editor.suppressPart("column");
  expect(kinds(draft)).not.toEqual([]);
  caret(draft, "t.r2.c1.c1", 1);
  draft.editor.restoreTable();
  expect(kinds(draft)).toEqual([]);
  draft.editor.undo();
  expect(rows(draft)).toEqual([["Every Harbour"], ["North"]]);
});

it("what another person types meanwhile in the row, the column or the table that goes is kept, and brings it back", () => {
  for (const [extent, left] of [
    [
      "row",
      [
        ["Harbour", "Channel"],
        ["", " new"],
        ["South", "14"],
      ],
    ],
    [
      "column",
      [
        ["Harbour", ""],
        ["North", " new"],
        ["South", ""],
      ],
    ],
    [
      "table",
      [
        ["", ""],
        ["", " new"],
        ["", ""],
      ],
    ],
  ] as const) {
    const one = paper();
    const other = paper(freshCopy(one));
    caret(one, "t.r2.c2.c1", 1);
    caret(other, "t.r2.c2.c1", 2);
    one.editor.suppressPart(extent);
    type(other, " new");
    sync(one.doc, other.doc);
    expect([extent, rows(one)]).toEqual([extent, left]);
    expect(rows(other)).toEqual(left);
  }
});

it("a table that was suppressed whole is restored from where it stood", () => {
  const draft = paper();
  caret(draft, "t.r2.c2.c1", 1);
  draft.editor.suppressPart("table");
  draft.editor.restoreTable();
  expect(kinds(draft)).toEqual([]);
});

it("a table moves with the caret in one of its cells, by keys", async () => {
  const draft = paper();
  caret(draft, "t.r2.c2.c1", 1);
  press(draft, "ArrowUp", { altKey: true, shiftKey: true });
  await answered();
  expect(order(draft)).toEqual(["t", "above", "below"]);
  press(draft, "ArrowDown", { altKey: true, shiftKey: true });
  await answered();
  expect([order(draft), kinds(draft)]).toEqual([["above", "t", "below"], []]);
});

it("a table that was moved there and back, published or added, is shown where it stands", async () => {
  const draft = paper();
  const shown = (): string[] =>
    [...draft.element.querySelectorAll(".ProseMirror > :not(.clause-hidden):not([data-ghost])")].map(
      (element) => element.textContent ?? "",
    );
  caret(draft, "below", 5);
  draft.editor.insert("table");
  type(draft, "added");
  const before = shown();
  expect(before).toEqual(["above", "HarbourChannelNorth12South14", "below", "added"]);
  for (const cell of ["t.r2.c2.c1", draft.state().clause!]) {
    for (const direction of ["up", "down", "up"] as const) {
      draft.editor.enter(cell);
      expect(draft.state().clause).toBe(cell);
      draft.editor.move(direction);
      await answered();
      draft.editor.undo();
      await answered();
      expect([cell, direction, shown()]).toEqual([cell, direction, before]);
      laws(draft);
    }
  }
});
