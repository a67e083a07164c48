import { clause, flatten, item, table, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "./currentText.ts";
import { clauseNode } from "./node.ts";
import { readClauses } from "./readClauses.ts";
import { replaceText } from "./replaceText.ts";
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

  test("keep words that are typed meanwhile in an added clause that says nothing", () => {
    for (const command of [
      (doc: Y.Doc) => suppressClause(doc, "n"),
      (doc: Y.Doc) => moveClause(doc, base, "n", null),
      (doc: Y.Doc) => replaceText(doc, base, base),
    ]) {
      const { doc, printed } = draft();
      doc.getXmlFragment("text").insert(2, [clauseNode(item("2", "", { id: "n" }))]);
      const other = copyOf(doc);
      wordsOf(other.getXmlFragment("text").get(2)).insert(0, "late;");
      expect(command(doc)).not.toBe(false);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      expect(printed().filter((line) => line.endsWith("late;"))).toHaveLength(1);
    }
  });

  test("keep words that are typed meanwhile in a table", () => {
    const grid = table(
      [
        ["Year", "Bridges"],
        ["2027", ""],
      ],
      { id: "t" },
    );
    const base = text("en", [clause("call", "resolves", { id: "r" }), grid, clause("paragraph", "End.", { id: "e" })]);
    for (const command of [
      (doc: Y.Doc) => restoreClause(doc, base, "t"),
      (doc: Y.Doc) => moveClause(doc, base, "t", null),
      (doc: Y.Doc) => suppressClause(doc, "t"),
      (doc: Y.Doc) => replaceText(doc, text("en", [base.clauses[0]!, base.clauses[2]!]), { ...base, clauses: [] }),
    ]) {
      const doc = new Y.Doc();
      writeText(doc, base);
      const other = copyOf(doc);
      wordsOf(cellOf(other, 0, 0)).insert(0, "Every ");
      wordsOf(cellOf(doc, 1, 0)).insert(4, " and 2028");
      command(doc);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      expect(JSON.stringify(readText(doc, base)).split("Every ")).toHaveLength(2);
    }
  });

  test("restore a table where it stands, or where its place is", () => {
    const base = text("en", [
      clause("call", "resolves"),
      table([["Year", "", "Bridges"]], { id: "t" }),
      clause("call", "so"),
    ]);
    const doc = new Y.Doc();
    writeText(doc, base);
    for (const change of [() => wordsOf(cellOf(doc, 0, 0)).insert(0, "A "), () => suppressClause(doc, "t")]) {
      change();
      expect(readText(doc, base)).not.toEqual(base);
      expect(restoreClause(doc, base, "t")).toBe(true);
      expect(readText(doc, base)).toEqual(base);
    }
  });

  test("move a table with an empty clause in a cell, which stays one to write in", () => {
    const base = text("en", [table([["Year", ""]], { id: "t" }), clause("paragraph", "End.", { id: "e" })]);
    const doc = new Y.Doc();
    writeText(doc, base);
    const first = cellOf(doc, 0, 0)?.parent;
    const cell = first instanceof Y.XmlElement ? first.nextSibling : null;
    if (cell instanceof Y.XmlElement) cell.insert(0, [clauseNode(clause("paragraph", "", { id: "n" }))]);
    const grid = readText(doc, base).clauses[0]!;
    expect(grid.rows[0]?.cells[1]?.clauses).toHaveLength(1);
    expect(moveClause(doc, base, "t", null)).toBe(true);
    expect(readText(doc, base).clauses.at(-1)).toEqual(grid);
  });
});

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function wordsOf(element: unknown): Y.XmlText {
  const words = element instanceof Y.XmlElement ? element.get(0) : null;
  if (words instanceof Y.XmlText) return words;
  const made = new Y.XmlText();
  if (element instanceof Y.XmlElement) element.insert(0, [made]);
  return made;
}

/** The first clause in a cell of the first table. */
function cellOf(doc: Y.Doc, row: number, column: number): Y.XmlElement | null {
  const inside = (parent: unknown, at: number): Y.XmlElement | null => {
    const child = parent instanceof Y.XmlFragment ? parent.get(at) : null;
    return child instanceof Y.XmlElement ? child : null;
  };
  const children = doc.getXmlFragment("text").toArray();
  const grid = children.find((child) => child instanceof Y.XmlElement && child.nodeName === "table");
  return inside(inside(inside(grid, row), column), 0);
}
