import { clause, flatten, item, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "./currentText.ts";
import { readClauses } from "./readClauses.ts";
import { moveClause, restoreClause, suppressClause } from "./structure.ts";
import { writeText } from "./writeText.ts";

const base = text("en", [
  clause("call", "resolves", { id: "r" }),
  item("1", "one;", { id: "a" }),
  item("2", "two;", { id: "b" }),
  item("3", "three.", { id: "c" }),
  clause("footnote", "A note.", { id: "f", label: "1" }),
]);

function draft() {
  const doc = new Y.Doc();
  writeText(doc, base);
  const printed = () => readText(doc, base).clauses.map(({ label, content }) => `${label ?? ""}|${flatten(content)}`);
  return { doc, printed };
}

describe("structure commands", () => {
  test("suppress and restore", () => {
    const { doc, printed } = draft();
    expect(suppressClause(doc, "a")).toBe(true);
    expect(printed()).toEqual(["|resolves", "1|two;", "2|three.", "1|A note."]);
    expect(readClauses(doc)).toHaveLength(5);
    expect(restoreClause(doc, base, "a")).toBe(true);
    expect(readText(doc, base)).toEqual(base);
  });

  test("restore a clause whose element is gone", () => {
    const { doc } = draft();
    doc.getXmlFragment("text").delete(2, 1);
    expect(restoreClause(doc, base, "b")).toBe(true);
    expect(readText(doc, base)).toEqual(base);
  });

  test("move there and back, without leaving more ghosts than one", () => {
    const { doc, printed } = draft();
    expect(moveClause(doc, base, "a", null)).toBe(true);
    expect(printed()).toEqual(["|resolves", "1|two;", "2|three.", "3|one;", "1|A note."]);
    expect(moveClause(doc, base, "a", "b")).toBe(true);
    expect(readText(doc, base)).toEqual(base);
    expect(readClauses(doc)).toHaveLength(6);
  });

  test("moving a clause to where it stands writes nothing", () => {
    const { doc } = draft();
    const before = Y.encodeStateVector(doc);
    expect(moveClause(doc, base, "a", "b")).toBe(true);
    expect(moveClause(doc, base, "a", "a")).toBe(true);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test("say so when there is no such clause", () => {
    const { doc } = draft();
    expect(suppressClause(doc, "x")).toBe(false);
    expect(restoreClause(doc, base, "x")).toBe(false);
    expect(moveClause(doc, base, "x", null)).toBe(false);
    expect(moveClause(doc, base, "a", "x")).toBe(false);
  });
});
