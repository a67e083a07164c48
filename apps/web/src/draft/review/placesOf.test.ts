import { clause, item, table, text } from "@plenary/document";
import { expect, test } from "vitest";
import { placesOf } from "./placesOf.ts";

const resolution = text("en", [
  clause("title", "Bridges", { id: "title" }),
  clause("call", "resolves", { id: "call" }),
  item("1", "to build;", { id: "one" }),
  table([["a", "b"]], { id: "grid" }),
  clause("annexTitle", "Costs", { id: "annex" }),
]);

const places = placesOf(resolution);

test("a clause is cited by the call above it and its label", () => {
  expect(places.get("one")).toBe("resolves 1");
  expect(places.get("call")).toBe("resolves");
  expect(places.get("grid.r1.c2.c1")).toBe("resolves");
});

test("a clause outside a call is cited by its first words, one that is not there by nothing", () => {
  expect(places.get("title")).toBe("Bridges");
  expect(places.get("annex")).toBe("Costs");
  expect(places.get("gone")).toBeUndefined();
});
