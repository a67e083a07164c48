import { type Text, clause, flatten, table, text } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "../currentText.ts";
import { readClauses } from "../readClauses.ts";
import { type Node, root } from "../node.ts";
import { replaceTable, replaceText, takeOutParts } from "../replaceText.ts";
import { moveClause, restoreClause } from "../structure.ts";
import { writeText } from "../writeText.ts";

const words = [
  ["one", "two", "three"],
  ["four", "", "six"],
  ["seven", "eight", "nine"],
] as const;
const base = text("en", [table(words, { id: "t" })]);

/** The base with those rows of the table, and of each those cells. */
function withParts(rows: readonly { readonly row: number; readonly cells: readonly number[] }[]): Text {
  const [whole] = base.clauses;
  const chosen = rows.map(({ row, cells }) => {
    const all = whole!.rows[row]!;
    return { ...all, cells: cells.map((cell) => all.cells[cell]!) };
  });
  return { ...base, clauses: [{ ...whole!, rows: chosen }] };
}

const inOrder = (...rows: (readonly number[])[]): Text => withParts(rows.map((cells, row) => ({ row, cells })));

function live(): Y.Doc {
  const doc = new Y.Doc();
  writeText(doc, base);
  return doc;
}

function said(doc: Y.Doc): string[][] {
  return readText(doc, base).clauses.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ clauses }) => clauses.map(({ content }) => flatten(content)).join("\n"))),
  );
}

/** What somebody types in a cell while the server does something. */
function typedMeanwhile(doc: Y.Doc, row: number, cell: number, act: () => void): void {
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(doc));
  act();
  const found = [0, row, cell, 0, 0].reduce<Y.XmlFragment | Y.XmlText>((parent, at) => childOf(parent, at), root(away));
  if (!(found instanceof Y.XmlText)) throw new Error("There is no text in the cell.");
  found.insert(0, "new");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(away));
}

function childOf(parent: Y.XmlFragment | Y.XmlText, at: number): Node | Y.XmlText {
  const child = parent instanceof Y.XmlFragment ? parent.get(at) : null;
  if (!(child instanceof Y.XmlElement || child instanceof Y.XmlText)) throw new Error("There is nothing there.");
  return child;
}

describe("rows and cells that were taken out", () => {
  const cells = fc.shuffledSubarray([0, 1, 2]);
  const tables = fc
    .shuffledSubarray([0, 1, 2], { minLength: 1 })
    .chain((rows) => fc.tuple(...rows.map((row) => cells.map((chosen) => ({ row, cells: chosen })))).map(withParts));
  // A table that says nothing is no table of the base.
  const speaking = tables.filter(({ clauses }) =>
    clauses[0]!.rows.some((row) => row.cells.some((cell) => cell.clauses[0]?.content.length)),
  );

  test("come back where a text has them again, whichever come and go", () => {
    fc.assert(
      fc.property(fc.array(speaking, { minLength: 1, maxLength: 4 }), (targets) => {
        const doc = live();
        for (const target of [...targets, base]) {
          replaceText(doc, base, target);
          expect(readText(doc, base)).toEqual(target);
          let updates = 0;
          doc.on("update", () => updates++);
          replaceText(doc, base, target);
          expect(updates).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("are the elements that they were", () => {
    const doc = live();
    const before = childOf(childOf(root(doc), 0), 1);
    replaceText(doc, base, withParts([{ row: 0, cells: [0, 1, 2] }]));
    replaceText(doc, base, base);
    expect(childOf(childOf(root(doc), 0), 1)).toBe(before);
  });

  test("a row is back, with its id, where somebody types in it meanwhile", () => {
    const doc = live();
    const without = withParts([0, 2].map((row) => ({ row, cells: [0, 1, 2] })));
    typedMeanwhile(doc, 1, 2, () => replaceText(doc, base, without));
    expect(said(doc)).toEqual([
      ["one", "two", "three"],
      ["", "", "new"],
      ["seven", "eight", "nine"],
    ]);
    expect(readText(doc, base).clauses[0]!.rows[1]!.id).toBe(base.clauses[0]!.rows[1]!.id);
    replaceText(doc, base, without);
    expect(readText(doc, base)).toEqual(without);
    replaceText(doc, base, base);
    expect(readText(doc, base)).toEqual(base);
  });

  test("a column is back in every row where somebody types in a cell of it, and a cell alone without its column", () => {
    const doc = live();
    typedMeanwhile(doc, 2, 1, () => replaceText(doc, base, inOrder([0, 2], [0, 2], [0, 2])));
    expect(said(doc)).toEqual([
      ["one", "", "three"],
      ["four", "", "six"],
      ["seven", "new", "nine"],
    ]);
    const other = live();
    typedMeanwhile(other, 2, 1, () => replaceText(other, base, inOrder([0, 1, 2], [0, 1, 2], [0, 2])));
    expect(said(other)[2]).toEqual(["seven", "new", "nine"]);
  });

  test("a row is back for a clause of it that is restored", () => {
    const doc = live();
    replaceText(doc, base, withParts([{ row: 0, cells: [0, 1, 2] }]));
    const cell = base.clauses[0]!.rows[2]!.cells[1]!;
    expect(restoreClause(doc, base, cell.clauses[0]!.id)).toBe(true);
    expect(said(doc)[1]).toEqual(["", "eight", ""]);
  });
});

test("taking parts of a table out, or bringing the table back, leaves all else as it stands, doubled clauses too", () => {
  const two = text("en", [
    clause("paragraph", "above", { id: "a" }),
    table(words, { id: "t" }),
    clause("paragraph", "below", { id: "b" }),
  ]);
  const doc = new Y.Doc();
  writeText(doc, two);
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(doc));
  const place = childOf(childOf(root(away), 2), 0);
  if (!(place instanceof Y.XmlText)) throw new Error("There is no text.");
  place.insert(5, " and more");
  moveClause(doc, two, "b", "a");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(away));
  const others = (): unknown => readClauses(doc).filter(({ kind }) => kind !== "table");
  const before = others();
  const [, grid] = two.clauses;
  const [, row] = grid!.rows;
  for (const gone of [[row!.id], grid!.rows.map(({ cells }) => cells[0]!.id), [grid!.id]]) {
    takeOutParts(doc, two, new Set(gone));
    const left = readText(doc, two).clauses.find(({ id }) => id === "t");
    const shown = left ? [left.id, ...left.rows.flatMap(({ id, cells }) => [id, ...cells.map((one) => one.id)])] : [];
    expect(gone.some((id) => shown.includes(id))).toBe(false);
    expect(others()).toEqual(before);
    expect(replaceTable(doc, two, grid!)).toBe(true);
    expect(readText(doc, two).clauses.find(({ id }) => id === "t")).toEqual(grid);
    expect(others()).toEqual(before);
  }
});
