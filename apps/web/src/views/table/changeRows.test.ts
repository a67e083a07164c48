import type { Change } from "@plenary/diff";
import { expect, it } from "vitest";
import type { Card } from "../../draft/review/cards.ts";
import { type Order, changeRows, columns, sorted } from "./changeRows.ts";

const change = (id: string, kind: Change["kind"], deleted: string, inserted: string): Change => ({
  id,
  kind,
  clause: "one",
  fromA: 0,
  toA: 0,
  fromB: 0,
  toB: 0,
  deleted,
  inserted,
});
const card = (id: string, kind: Change["kind"], place: string, words: readonly [string, string]): Card => ({
  key: `key ${id}`,
  change: change(id, kind, ...words),
  place,
  summary: `Summary of ${id}`,
  precise: true,
  state: id === "b" ? "agreed" : "pending",
  decides: [],
});
const cards = [
  card("a", "text", "resolves 10", ["ten", "twelve"]),
  card("b", "add", "resolves 2", ["", "bridges"]),
  card("c", "move", "", ["x", "x"]),
];
const authors = {
  a: [
    { name: "Zoë", group: "EUR", at: "2027-05-04T10:00:00Z" },
    { name: "Ada", group: "EUR", at: "2027-05-04T09:00:00Z" },
  ],
  b: [{ name: "Ada", group: "", at: "2027-05-04T11:00:00Z" }],
};
const rows = changeRows(cards, authors);
const by = (column: Order["column"], down = false) => sorted(rows, { column, down }, "en").map(({ number }) => number);

it("tells of each change who, when and what; of one that words do not tell its summary", () => {
  expect(rows[0]).toMatchObject({ people: "Zoë, Ada", groups: "EUR", at: "2027-05-04T10:00:00Z", deleted: "ten" });
  expect(rows[1]).toMatchObject({ people: "Ada", groups: "", deleted: "", inserted: "bridges", state: "agreed" });
  expect(rows[2]).toMatchObject({ people: "", at: "", deleted: "", inserted: "", summary: "Summary of c" });
});

it("sorts by every column both ways, what says nothing last, without losing a line", () => {
  expect([by("number"), by("number", true)]).toEqual([
    [1, 2, 3],
    [3, 2, 1],
  ]);
  expect([by("at"), by("at", true)]).toEqual([
    [1, 2, 3],
    [2, 1, 3],
  ]);
  expect(by("place")).toEqual([1, 2, 3]);
  expect(by("people")).toEqual([2, 1, 3]);
  expect([by("inserted"), by("inserted", true)]).toEqual([
    [2, 1, 3],
    [1, 2, 3],
  ]);
  for (const column of columns) expect(new Set(by(column, true))).toEqual(new Set([1, 2, 3]));
});
