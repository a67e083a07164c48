import { expect, test } from "vitest";
import { callAt } from "./callAt.ts";

test.each([
  ["@", { from: 0, sought: "" }],
  ["Thanks, @Clara", { from: 8, sought: "Clara" }],
  ["@Peter van L", { from: 0, sought: "Peter van L" }],
  ["请@魏", { from: 1, sought: "魏" }],
  ["ada@example", null],
  ["@Clara Lindqvist ", null],
  ["@Clara\nand", null],
  ["nobody", null],
])("in %j", (words, call) => {
  expect(callAt(words)).toEqual(call);
});
