import { clause, text } from "@plenary/document";
import { expect, test } from "vitest";
import { neighbours } from "./neighbours.ts";

const three = text("en", [
  clause("paragraph", "one", { id: "a" }),
  clause("paragraph", "two", { id: "b" }),
  clause("paragraph", "three", { id: "c" }),
  clause("footnote", "a note", { id: "n" }),
]);

test("a clause goes one step up or down, and never among the footnotes", () => {
  expect(neighbours(three, "a")).toEqual({ up: null, down: { before: "c" } });
  expect(neighbours(three, "b")).toEqual({ up: { before: "a" }, down: { before: "n" } });
  expect(neighbours(three, "c")).toEqual({ up: { before: "b" }, down: null });
});

test("a clause that is not there goes nowhere", () => {
  expect(neighbours(three, "n")).toBeNull();
  expect(neighbours(three, null)).toBeNull();
});
