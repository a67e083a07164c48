// @vitest-environment happy-dom
import { replaceText } from "@plenary/collab";
import { type Row, flatten, table, text } from "@plenary/document";
import { NodeSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { caret, press, type } from "./testing/drive.ts";
import { lawfulPapers } from "./testing/lawfulPapers.ts";
import { type OpenDraft, find, freshDraft, published } from "./testing/openDraft.ts";

const start = lawfulPapers();

const grid = published.clauses[8]!;
const more = table([["South", "14"]], { id: "new" });
const row = text("en", [more]).clauses[0]!.rows[0]!;

/** The published text with other rows in its table. */
function withRows(rows: readonly Row[]): typeof published {
  return { ...published, clauses: published.clauses.map((clause) => (clause === grid ? { ...clause, rows } : clause)) };
}

function cellWords({ state }: OpenDraft): string[][] {
  const found = state().current.clauses.find(({ kind }) => kind === "table");
  return (found?.rows ?? []).map(({ cells }) =>
    cells.map(({ clauses }) => clauses.map(({ content }) => flatten(content)).join("\n")),
  );
}

describe("a table of the draft", () => {
  it("is shown as a table and takes words in its cells", () => {
    const draft = start();
    expect(draft.element.querySelectorAll("table tr")).toHaveLength(2);
    caret(draft, "c9.r2.c2.c1", 2);
    type(draft, " and 16");
    expect(cellWords(draft)).toEqual([
      ["Harbour", "Channel"],
      ["North", "12 and 16"],
    ]);
    expect(draft.element.querySelector("td ins")?.textContent).toBe(" and 16");
    expect(draft.element.querySelector("table")?.getAttribute("data-symbol")).toBe("MOD");
    press(draft, "Tab");
    expect(draft.state().clause).toBe("c9.r2.c2.c1");
    press(draft, "Tab", true);
    expect(draft.state().clause).toBe("c9.r2.c1.c1");
  });

  it("takes words in a cell that had none", () => {
    const base = text("en", [table([["North", ""]])]);
    const draft = start(freshDraft(base), base);
    caret(draft, "c1.r1.c1.c1", 5);
    press(draft, "Tab");
    type(draft, "12");
    expect(cellWords(draft)).toEqual([["North", "12"]]);
    expect(draft.state().redline.changes.map(({ kind }) => kind)).toEqual(["add"]);
  });

  it("marks an added row", () => {
    const draft = start();
    replaceText(draft.doc, published, withRows([...grid.rows, row]));
    const added = draft.element.querySelector("tr.row-added")!;
    expect(added.textContent).toBe("South14");
    expect(added.getAttribute("data-change")).toBe(draft.state().redline.changes[0]?.id);
    expect(added.getAttribute("data-state")).toBe("pending");
    expect(draft.element.querySelectorAll("tr")).toHaveLength(3);
  });

  it("marks the cells of an added column, and shows those of a suppressed one struck in their places", () => {
    const draft = start();
    const added = text("en", [table([["Depth"], ["3 m"]], { id: "deep" })]).clauses[0]!.rows;
    replaceText(
      draft.doc,
      published,
      withRows(grid.rows.map((one, r) => ({ ...one, cells: [one.cells[1]!, ...added[r]!.cells] }))),
    );
    const { redline } = draft.state();
    expect(redline.changes.map(({ kind, deleted, inserted }) => [kind, deleted, inserted])).toEqual([
      ["column", "Harbour", ""],
      ["column", "", "Depth"],
    ]);
    const cells = [...draft.element.querySelectorAll("tr")].map((tr) =>
      [...tr.querySelectorAll("td:not(.clause-hidden)")].map((td) => [td.classList[0] ?? "", td.textContent]),
    );
    expect(cells).toEqual([
      [
        ["cell-suppressed", "Harbour"],
        ["", "Channel"],
        ["cell-added", "Depth"],
      ],
      [
        ["cell-suppressed", "North"],
        ["", "12"],
        ["cell-added", "3 m"],
      ],
    ]);
    const marked = [...draft.element.querySelectorAll(".cell-suppressed")];
    expect(new Set(marked.map((td) => td.getAttribute("data-change")))).toEqual(new Set([redline.changes[0]!.id]));
    expect(draft.element.querySelectorAll("[data-ghost]")).toHaveLength(0);
  });

  it("shows a suppressed row struck at its place, once", () => {
    const draft = start();
    replaceText(draft.doc, published, withRows(grid.rows.slice(1)));
    const struck = draft.element.querySelector("tr.row-suppressed")!;
    expect(struck.textContent).toBe("HarbourChannel");
    const shown = () => [...draft.element.querySelectorAll("tr:not(.clause-hidden)")].map((tr) => tr.textContent);
    expect(shown()).toEqual(["HarbourChannel", "North12"]);
    expect(struck.getAttribute("data-change")).toBe(draft.state().redline.changes[0]?.id);
    expect(draft.element.querySelectorAll("[data-ghost]")).toHaveLength(0);
    draft.editor.setMode("clean");
    expect(shown()).toEqual(["North12"]);
    draft.editor.setMode("marked");
    caret(draft, "c9.r2.c1.c1", 0);
    type(draft, "Far ");
    expect(shown()).toEqual(["HarbourChannel", "Far North12"]);
  });

  it("leaves out of what is copied what was taken out", () => {
    const draft = start();
    caret(draft, "c9.r2.c2.c1", 2);
    draft.editor.insertPart("rowBelow");
    draft.editor.undo();
    caret(draft, "c9.r2.c1.c1", 0);
    draft.editor.insertPart("columnAfter");
    draft.editor.undo();
    const whole = draft.view.state.doc.resolve(find(draft.view, "c9"));
    draft.view.dispatch(draft.view.state.tr.setSelection(new NodeSelection(whole)));
    const { dom } = draft.view.serializeForClipboard(draft.view.state.selection.content());
    const copied = [...dom.querySelectorAll("tr")].map((tr) =>
      [...tr.querySelectorAll("td")].map((td) => td.textContent),
    );
    expect(copied).toEqual(cellWords(draft));
    expect(copied).toHaveLength(2);
  });

  it("goes from cell to cell past what was taken out, and puts new columns and rows beside what is shown", () => {
    const draft = start();
    caret(draft, "c9.r1.c1.c1", 7);
    draft.editor.insertPart("columnAfter");
    draft.editor.undo();
    caret(draft, "c9.r1.c1.c1", 7);
    draft.editor.insertPart("rowBelow");
    draft.editor.undo();
    caret(draft, "c9.r1.c1.c1", 7);
    press(draft, "Tab");
    expect(draft.state().clause).toBe("c9.r1.c2.c1");
    press(draft, "Tab");
    expect(draft.state().clause).toBe("c9.r2.c1.c1");
    draft.editor.insertPart("columnAfter");
    type(draft, "depth");
    draft.editor.insertPart("rowAbove");
    type(draft, "row");
    caret(draft, "c9.r2.c2.c1", 2);
    draft.editor.insertPart("columnBefore");
    type(draft, "light");
    expect(cellWords(draft)).toEqual([
      ["Harbour", "", "", "Channel"],
      ["", "row", "", ""],
      ["North", "depth", "light", "12"],
    ]);
  });

  it("shows a suppressed table struck, with its node and without", () => {
    const emptied = start();
    for (const id of ["c9.r1.c1.c1", "c9.r1.c2.c1", "c9.r2.c1.c1", "c9.r2.c2.c1"]) emptied.editor.suppress(id);
    expect(emptied.state().current.clauses.some(({ kind }) => kind === "table")).toBe(false);
    expect([...emptied.element.querySelectorAll("td del")].map((del) => del.textContent)).toEqual([
      "Harbour",
      "Channel",
      "North",
      "12",
    ]);
    const removed = start(freshDraft({ ...published, clauses: published.clauses.filter((clause) => clause !== grid) }));
    expect(removed.element.querySelector("table[data-ghost]")?.textContent).toBe("HarbourChannelNorth12");
    expect(removed.element.querySelectorAll("[data-ghost]")).toHaveLength(1);
  });
});
