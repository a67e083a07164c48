// @vitest-environment happy-dom
import { clause, flatten, item, text } from "@plenary/document";
import { describe, expect, it } from "vitest";
import { caret, press, type } from "../testing/drive.ts";
import { lawfulPapers } from "../testing/lawfulPapers.ts";
import { type OpenDraft, find, freshCopy, freshDraft, sync } from "../testing/openDraft.ts";

const paper = lawfulPapers();

const lines = ({ state }: OpenDraft): string[] =>
  state().current.clauses.map(({ kind, level, label, content }) =>
    [kind, level, label ?? "", flatten(content)].join("|"),
  );
const symbols = ({ state }: OpenDraft): string[] => state().redline.changes.map(({ kind }) => kind);
/** Waits for the commands that were given: they answer in the next turn. */
const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const ctrl = { ctrlKey: true };
const c4 = "item|0|a)|the needs of small harbours;";

describe("split and join", () => {
  it("splits at the caret, the caret follows, and undo joins again", async () => {
    const draft = paper();
    const before = lines(draft);
    caret(draft, "c4", 9);
    press(draft, "Enter", ctrl);
    await answered();
    expect(lines(draft).slice(3, 6)).toEqual([
      "item|0|a)|the needs",
      "item|0|b)|of small harbours;",
      "item|0|c)|the report of the first harbour forum,",
    ]);
    expect(symbols(draft)).toContain("split");
    type(draft, "even ");
    expect(lines(draft)[4]).toBe("item|0|b)|even of small harbours;");
    draft.editor.undo();
    draft.editor.undo();
    await answered();
    expect(lines(draft)).toEqual(before);
    draft.editor.redo();
    await answered();
    draft.editor.redo();
    expect(lines(draft)[4]).toBe("item|0|b)|even of small harbours;");
  });

  it("undo and redo that come before the server has answered wait for it", async () => {
    const draft = paper();
    const before = lines(draft);
    caret(draft, "c4", 9);
    press(draft, "Enter", ctrl);
    draft.editor.undo();
    await answered();
    expect(lines(draft)).toEqual(before);
    draft.editor.redo();
    draft.editor.undo();
    draft.editor.redo();
    await answered();
    expect(lines(draft)[3]).toBe("item|0|a)|the needs");
  });

  it("does nothing at a clause's edges, in a table's clause and in a footnote", async () => {
    const draft = paper();
    const before = lines(draft);
    for (const at of [0, "the needs of small harbours;".length]) {
      caret(draft, "c4", at);
      press(draft, "Enter", ctrl);
    }
    caret(draft, "c1", 3);
    press(draft, "Enter", { ctrlKey: true, shiftKey: true });
    await answered();
    expect(lines(draft)).toEqual(before);
  });

  it("joins to the clause above, and undo gives the base's clause back", async () => {
    const draft = paper();
    const before = lines(draft);
    caret(draft, "c5", 4);
    press(draft, "Enter", { ctrlKey: true, shiftKey: true });
    await answered();
    expect(lines(draft)[3]).toBe(`${c4} the report of the first harbour forum,`);
    expect(symbols(draft)).toContain("merge");
    draft.editor.undo();
    await answered();
    expect(lines(draft)).toEqual(before);
    expect(symbols(draft)).toEqual([]);
  });

  it("Backspace at the start and Delete at the end join nothing, and the page is told", () => {
    const draft = paper();
    const before = lines(draft);
    caret(draft, "c5", 0);
    press(draft, "Backspace");
    caret(draft, "c4", "the needs of small harbours;".length);
    press(draft, "Delete");
    expect(lines(draft)).toEqual(before);
    expect(draft.asked).toEqual(["start", "end"]);
  });
});

describe("moving", () => {
  it("goes by keys, the caret stays in the clause, and undo puts it back", async () => {
    const draft = paper();
    const before = lines(draft);
    caret(draft, "c4", 9);
    press(draft, "ArrowDown", { altKey: true, shiftKey: true });
    await answered();
    expect(lines(draft)[4]).toBe("item|0|b)|the needs of small harbours;");
    expect(draft.state().clause).toBe("c4");
    draft.editor.undo();
    await answered();
    expect(lines(draft)).toEqual(before);
  });

  it("takes back commands and words in the order in which they were done", async () => {
    const draft = paper();
    const steps = [lines(draft)];
    caret(draft, "c8", 3);
    type(draft, "now ");
    steps.push(lines(draft));
    draft.editor.moveTo("c4", "c8");
    await answered();
    steps.push(lines(draft));
    caret(draft, "c8", 3);
    type(draft, "again ");
    for (const wanted of steps.toReversed()) {
      draft.editor.undo();
      await answered();
      expect(lines(draft)).toEqual(wanted);
    }
    for (const wanted of steps.slice(1)) {
      draft.editor.redo();
      await answered();
      expect(lines(draft)).toEqual(wanted);
    }
  });
});

describe("levels", () => {
  it("an item goes inwards with a label of its own list and out again", () => {
    const draft = paper();
    caret(draft, "c5", 0);
    press(draft, "ArrowRight", { altKey: true, shiftKey: true });
    expect(lines(draft)[4]).toBe("item|1|i)|the report of the first harbour forum,");
    press(draft, "ArrowLeft", { altKey: true, shiftKey: true });
    expect(lines(draft)[4]).toBe("item|0|b)|the report of the first harbour forum,");
    press(draft, "ArrowLeft", { altKey: true, shiftKey: true });
    expect(symbols(draft)).toEqual([]);
  });

  it("the keys are mirrored in a text from right to left", () => {
    const base = text("ar", [item("1", "واحد"), item("2", "اثنان")]);
    const draft = paper(freshDraft(base), base);
    caret(draft, "c2", 0);
    press(draft, "ArrowLeft", { altKey: true, shiftKey: true });
    expect(lines(draft)[1]).toMatch(/^item\|1\|أ/);
  });

  it("a title has no level", () => {
    const draft = paper();
    caret(draft, "c2", 0);
    draft.editor.indent(1);
    expect(symbols(draft)).toEqual([]);
  });
});

describe("inserting", () => {
  it.each([
    ["item", "item|0|b)|new"],
    ["subitem", "item|1|i)|new"],
    ["paragraph", "paragraph|0||new"],
    ["call", "call|0||new"],
    ["heading", "heading|0||new"],
    ["reasons", "reasons|0|Reasons:|new"],
  ] as const)("%s comes below the caret, and an empty clause becomes it", (what, line) => {
    for (const fresh of [false, true]) {
      const draft = paper();
      caret(draft, "c4", 9);
      if (fresh) press(draft, "Enter");
      draft.editor.insert(what);
      type(draft, "new");
      expect(lines(draft)[4]).toBe(line);
      expect(lines(draft)[3]).toBe(c4);
      expect(draft.state().current.clauses).toHaveLength(11);
    }
  });

  it("a footnote goes to the end, its mark to the caret", () => {
    const draft = paper();
    for (const [id, words] of [
      ["c5", "Second."],
      ["c4", "First."],
    ] as const) {
      caret(draft, id, 9);
      draft.editor.insert("footnote");
      type(draft, words);
    }
    expect(lines(draft).slice(-2)).toEqual(["footnote|0|1|First.", "footnote|0|2|Second."]);
    const mark = draft.state().current.clauses[3]?.content.find((piece) => piece.type === "anchor");
    expect(mark).toEqual({ type: "anchor", footnote: draft.state().current.clauses.at(-2)?.id });
  });

  it("a footnote at a clause's start is about all of it, and what another person types there meanwhile stays", () => {
    const draft = paper();
    const theirs = paper(freshCopy(draft));
    caret(draft, "c4", 0);
    draft.editor.insert("footnote");
    caret(theirs, "c4", 3);
    type(theirs, " own");
    sync(draft.doc, theirs.doc);
    expect(lines(draft)[3]).toBe("item|0|a)|the own needs of small harbours;\uFFFC");
    expect(lines(theirs)).toEqual(lines(draft));
  });

  it("an annex goes before the footnotes, with its number and a title to write", () => {
    const base = text("en", [clause("paragraph", "One."), clause("footnote", "A note.", { label: "1" })]);
    const draft = paper(freshDraft(base), base);
    caret(draft, "c1", 2);
    press(draft, "Enter");
    draft.editor.insert("annex");
    type(draft, "Forms");
    expect(lines(draft)).toEqual([
      "paragraph|0||One.",
      "annexNumber|0||ANNEX",
      "annexTitle|0||Forms",
      "footnote|0|1|A note.",
    ]);
  });

  it("a table comes with a caret in it, grows by rows and columns, and stays out of tables", () => {
    const draft = paper();
    caret(draft, "c8", 3);
    draft.editor.insert("table");
    type(draft, "a");
    draft.editor.insertPart("columnAfter");
    type(draft, "b");
    draft.editor.insertPart("rowAbove");
    type(draft, "c");
    draft.editor.insertPart("columnBefore");
    draft.editor.insertPart("rowBelow");
    type(draft, "d");
    draft.editor.insert("table");
    const made = draft.state().current.clauses[8];
    const cells = made?.rows.map(({ cells: row }) =>
      row.map((cell) => cell.clauses.map((inner) => flatten(inner.content)).join()),
    );
    expect(cells).toEqual([
      ["", "", "c", ""],
      ["", "d", "", ""],
      ["a", "", "b", ""],
      ["", "", "", ""],
    ]);
    expect(draft.state().current.clauses).toHaveLength(published(draft) + 1);
  });

  it("a column of a published table is one change", () => {
    const draft = paper();
    const cell = draft.base.clauses[8]?.rows[1]?.cells[0]?.clauses[0]?.id ?? "";
    caret(draft, cell, 0);
    draft.editor.insertPart("columnAfter");
    type(draft, "x");
    expect(symbols(draft)).toEqual(["column"]);
    caret(draft, cell, 0);
    draft.editor.insertPart("rowBelow");
    type(draft, "y");
    expect(symbols(draft)).toContain("row");
  });

  it("the sign / asks for the list in an empty clause alone, and the key everywhere", () => {
    const draft = paper();
    caret(draft, "c4", 9);
    type(draft, "/");
    expect(lines(draft)[3]).toBe("item|0|a)|the needs/ of small harbours;");
    expect(draft.asked).toEqual([]);
    press(draft, "/", ctrl);
    press(draft, "Enter");
    type(draft, "/");
    expect(draft.asked).toEqual(["insert", "insert"]);
    expect(lines(draft)[4]).toBe("item|0|b)|");
  });
});

it("an added clause that was taken away speaks again when somebody types in it", () => {
  const draft = paper();
  caret(draft, "c4", 9);
  press(draft, "Enter");
  press(draft, "Backspace");
  expect(lines(draft)).toHaveLength(published(draft));
  expect(draft.state().clause).toBe("c4");
  draft.editor.undo();
  const { clauses } = draft.state().current;
  press(draft, "Enter");
  type(draft, "gone soon");
  draft.editor.suppress(draft.state().clause ?? "");
  expect(lines(draft)).toHaveLength(clauses.length);
  expect(find(draft.view, "c4")).toBeGreaterThan(0);
});

function published({ base }: OpenDraft): number {
  return base.clauses.length;
}
