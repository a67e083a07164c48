import { compare } from "@plenary/diff";
import { item, text } from "@plenary/document";
import { expect, it } from "vitest";
import { textRows } from "../texts/textRows.ts";
import { rowOfStand } from "./rowOfStand.ts";

const [a, b, c] = [
  item("1", "to build;", { id: "a" }),
  item("2", "to count all of them;", { id: "b" }),
  item("3", "to paint.", { id: "c" }),
];
const redline = compare(text("en", [a, b, c]), text("en", [b, item("2", "to mend.", { id: "new" }), a]), {
  ids: "trusted",
});
const rows = textRows(redline);
const at = (change: string | null, clause: string | null) => rowOfStand(rows, { change, clause })?.entry;

it("finds every change, in the row that has it", () => {
  const changes = redline.changes.filter(({ kind }) => kind !== "label");
  expect(changes.length).toBeGreaterThan(2);
  for (const { id } of changes) expect(at(id, null)?.changes.map((one) => one.id)).toContain(id);
});

it("a change that is gone leads to its clause; of a moved clause the new place, of a suppressed one the old", () => {
  const moved = rows.find(({ entry }) => entry.move === "to")?.entry;
  expect(at("gone", moved?.base?.id ?? "")).toBe(moved);
  expect(at(null, "c")).toMatchObject({ symbol: "SUP" });
  expect(at(null, "new")).toMatchObject({ symbol: "ADD" });
  expect(at("gone", "gone")).toBeUndefined();
  expect(at(null, null)).toBeUndefined();
});
