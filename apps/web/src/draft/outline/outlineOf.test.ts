import { compare } from "@plenary/diff";
import { clause, item, text } from "@plenary/document";
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
