import { type WishRow, sideBySide } from "@plenary/diff";
import { type Clause, clause, content, item, text } from "@plenary/document";
import { expect, test } from "vitest";
import { foldRows as fold } from "./foldRows.ts";

const foldRows = (rows: readonly WishRow[]) =>
  fold(rows, { touched: ({ wishes }) => wishes.length > 0, clause: (row) => row.base });

const base = text("en", [
  clause("title", "Bridges"),
  clause("call", "recalling"),
  item("a)", "one;"),
  item("b)", "two;"),
  item("c)", "three,"),
  clause("call", "resolves"),
  item("1", "to build;"),
  item("2", "to paint;"),
  item("3", "to count."),
]);

function saying(...places: readonly number[]): readonly WishRow[] {
  const reworded = (one: Clause, i: number) => (places.includes(i) ? { ...one, content: content("otherwise") } : one);
  return sideBySide(base, [{ ...base, clauses: base.clauses.map(reworded) }]).rows;
}

const shape = (rows: readonly WishRow[]) => foldRows(rows).map(({ folded, rows }) => [folded, rows.length]);

test("what nobody touches is folded, but for the opener above what somebody does", () => {
  expect(shape(saying(8))).toEqual([
    [true, 5],
    [false, 1],
    [false, 2],
    [false, 1],
  ]);
  expect(shape(saying())).toEqual([[true, 9]]);
});

test("no row is lost, none comes twice, in the order of the base", () => {
  for (const rows of [saying(), saying(0), saying(2, 6), saying(0, 1, 2, 3, 4, 5, 6, 7, 8)])
    expect(foldRows(rows).flatMap((stretch) => stretch.rows)).toEqual(rows);
});
