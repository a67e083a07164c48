// @vitest-environment happy-dom
import { moveClause } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { describe, expect, it } from "vitest";
import { caret, press, select, type } from "./testing/drive.ts";
import { lawfulPapers } from "./testing/lawfulPapers.ts";
import { type OpenDraft, freshCopy, published, sync } from "./testing/openDraft.ts";

const paper = lawfulPapers();

/** Two people's papers of one draft, away from each other until {@link meet}. */
function two(): [OpenDraft, OpenDraft] {
  const a = paper();
  return [a, paper(freshCopy(a))];
}

/** Brings both together and gives what the clauses say, which both papers must agree on. */
function meet(a: OpenDraft, b: OpenDraft): string[] {
  sync(a.doc, b.doc);
  expect(a.state().current).toEqual(b.state().current);
  return a.state().current.clauses.map(({ content }) => flatten(content));
}

const c4 = "the needs of small harbours;";
const c5 = "the report of the first harbour forum,";

describe("two people change the structure at once, and nothing is lost or doubled", () => {
  it("A presses Enter in a clause, B types in its second half", () => {
    const [a, b] = two();
    caret(a, "c4", 9);
    press(a, "Enter");
    type(a, "the winds;");
    caret(b, "c4", 19);
    type(b, "and old ");
    expect(meet(a, b).slice(3, 6)).toEqual(["the needs of small and old harbours;", "the winds;", c5]);
  });

  it.each([
    ["the same place", 9, 9],
    ["different places", 4, 19],
  ])("both press Enter in one clause at %s", (_name, first, second) => {
    const [a, b] = two();
    caret(a, "c4", first);
    press(a, "Enter");
    type(a, "A's;");
    caret(b, "c4", second);
    press(b, "Enter");
    type(b, "B's;");
    const said = meet(a, b);
    expect(said[3]).toBe(c4);
    expect(said.slice(4, 6).toSorted()).toEqual(["A's;", "B's;"]);
    expect(said[6]).toBe(c5);
    expect(said).toHaveLength(published.clauses.length + 2);
  });

  it.each(["Backspace", "Delete"])("A tries to join two clauses by %s, B types in the second", (key) => {
    const [a, b] = two();
    if (key === "Backspace") caret(a, "c5", 0);
    else caret(a, "c4", c4.length);
    press(a, key);
    caret(b, "c5", 4);
    type(b, "second ");
    expect(meet(a, b).slice(3, 5)).toEqual([c4, "the second report of the first harbour forum,"]);
  });

  it("A deletes over the edge of two clauses, B types in the second", () => {
    const [a, b] = two();
    select(a, "c4", 9, "c5", 4);
    press(a, "Backspace");
    caret(b, "c5", 4);
    type(b, "second ");
    expect(meet(a, b).slice(3, 5)).toEqual(["the needs", "second report of the first harbour forum,"]);
  });

  it("A undoes a new clause after B typed in it", () => {
    const [a, b] = two();
    caret(a, "c4", 9);
    press(a, "Enter");
    meet(a, b);
    caret(b, a.state().current.clauses[4]!.id, 0);
    type(b, "B's words;");
    meet(a, b);
    a.editor.undo();
    const said = meet(a, b);
    expect(said.filter((words) => words === "B's words;")).toHaveLength(1);
    expect(said[3]).toBe(c4);
  });

  it("A undoes the deletion of a word that B has written in other clauses since", () => {
    const [a, b] = two();
    select(a, "c4", 13, "c4", 19);
    a.view.dispatch(a.view.state.tr.deleteSelection());
    meet(a, b);
    caret(b, "c5", 4);
    type(b, "small ");
    caret(b, "c6", 0);
    press(b, "Enter");
    type(b, "of small har");
    meet(a, b);
    a.editor.undo();
    expect(meet(a, b)[3]).toBe(c4);
  });

  it("A moves a clause while B types in it", () => {
    const [a, b] = two();
    moveClause(a.doc, published, "c4", "c8");
    caret(b, "c4", 4);
    type(b, "urgent ");
    const said = meet(a, b);
    expect(said.join("\n").split("urgent ")).toHaveLength(2);
    expect(said.join("\n").split("needs of small harbours;")).toHaveLength(2);
    expect(said.indexOf(c4)).toBeGreaterThan(said.indexOf(c5));
  });
});
