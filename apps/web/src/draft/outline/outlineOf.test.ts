import { compare } from "@plenary/diff";
import { clause, item, table, text } from "@plenary/document";
import { expect, test } from "vitest";
import { outlineOf } from "./outlineOf.ts";

const base = text("en", [
  clause("title", "Bridges", { id: "t" }),
  clause("call", "resolves", { id: "r" }),
  item("1", "to build bridges over rivers;", { id: "one" }),
  item("2", "to paint them every year,", { id: "two" }),
]);

test("the outline has titles and calls, without changes when nothing changed", () => {
  expect(outlineOf(compare(base, base)).map(({ words, changes }) => [words, changes])).toEqual([
    ["Bridges", 0],
    ["resolves", 0],
  ]);
});

test("changes are counted at the call that they stand under", () => {
  const current = {
    ...base,
    clauses: base.clauses.map((each) =>
      each.id === "two" ? { ...each, content: [{ type: "text" as const, text: "to paint them every month," }] } : each,
    ),
  };
  expect(outlineOf(compare(base, current)).map(({ changes }) => changes)).toEqual([0, 1]);
});

test("what goes or changes in a table is counted once, as its cards are", () => {
  const rows = [
    ["one", "two"],
    ["three", "four"],
  ];
  const grid = text("en", [clause("title", "Bridges"), table(rows, { id: "g" })]);
  const [title, whole] = grid.clauses;
  const other = text("en", [table([["one", "twelve"]])]).clauses[0]!.rows[0]!.cells[1]!.clauses[0]!.content;
  const [first, second] = whole!.rows;
  const worded = {
    ...first!,
    cells: first!.cells.map((cell, c) =>
      c === 1 ? { ...cell, clauses: [{ ...cell.clauses[0]!, content: other }] } : cell,
    ),
  };
  for (const [left, count] of [
    [[title!], 1],
    [[title!, { ...whole!, rows: [first!] }], 1],
    [[title!, { ...whole!, rows: [worded, second!] }], 1],
    [[title!, { ...whole!, rows: [worded] }], 2],
  ] as const) {
    const redline = compare(grid, { ...grid, clauses: left }, { ids: "trusted" });
    expect(redline.changes.filter(({ kind }) => kind !== "label")).toHaveLength(count);
    expect(outlineOf(redline).map(({ changes }) => changes)).toEqual([count]);
  }
});
