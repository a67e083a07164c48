import { clause, item, table, text } from "@plenary/document";
import { expect, test } from "vitest";
import { placeOf } from "./placeOf.ts";

const resolution = text("en", [
  clause("title", "Bridges", { id: "title" }),
  clause("call", "resolves", { id: "call" }),
  item("1", "to build;", { id: "one" }),
  table([["a", "b"]], { id: "grid" }),
  clause("annexTitle", "Costs", { id: "annex" }),
]);

test("a clause is cited by the call above it and its label", () => {
  expect(placeOf(resolution, "one")).toBe("resolves 1");
  expect(placeOf(resolution, "call")).toBe("resolves");
  expect(placeOf(resolution, "grid.r1.c2.c1")).toBe("resolves");
});

test("a clause outside a call is cited by its first words, one that is not there by nothing", () => {
  expect(placeOf(resolution, "title")).toBe("Bridges");
  expect(placeOf(resolution, "annex")).toBe("Costs");
  expect(placeOf(resolution, "gone")).toBe("");
});
