import type { ChangeKind } from "@plenary/diff";
import type { ChangeState } from "@plenary/editor";
import { expect, test } from "vitest";
import type { Card } from "./cards.ts";
import { choicesOf, everything, filtered, narrowings } from "./filter.ts";
import type { AuthorsById } from "./useAuthors.ts";

function card(key: string, kind: ChangeKind, place: string, inserted: string, state: ChangeState = "pending"): Card {
  const range = { fromA: 0, toA: 0, fromB: 0, toB: inserted.length };
  const change = { id: key, kind, clause: place, deleted: "", inserted, ...range };
  return { key, change, place, summary: `Inserted “${inserted}”`, precise: true, state, decides: [change] };
}

const cards = [
  card("a", "text", "resolves 1", "Été"),
  card("b", "add", "resolves 2", "المُبَلِّغ"),
  card("c", "text", "resolves 2", "桥梁", "agreed"),
];
const authors: AuthorsById = {
  a: [{ name: "Ada", group: "EUR", at: "2027-05-04T09:00:00Z" }],
  b: [
    { name: "Samir", group: "ARB", at: "2027-05-05T09:00:00Z" },
    { name: "Ada", group: "EUR", at: "2027-05-03T09:00:00Z" },
  ],
};
const keys = (filter: Partial<typeof everything>): string[] =>
  filtered(cards, authors, { ...everything, ...filter }).map(({ key }) => key);

test("a filter that wants everything gives the very list", () => {
  expect(filtered(cards, authors, everything)).toBe(cards);
});

test.each([
  [{ group: "ARB" }, ["b"]],
  [{ person: "Ada" }, ["a", "b"]],
  [{ kind: "text" }, ["a", "c"]],
  [{ state: "agreed" }, ["c"]],
  [{ place: "resolves 2" }, ["b", "c"]],
  [{ since: "2027-05-04T12:00:00Z" }, ["b"]],
  [{ place: "resolves 2", person: "Ada" }, ["b"]],
  [{ words: "ete" }, ["a"]],
  [{ words: "المبلغ" }, ["b"]],
  [{ words: "桥" }, ["c"]],
  [{ words: "nothing like it" }, []],
] as const)("%o wants %o", (filter, wanted) => {
  expect(keys(filter)).toEqual(wanted);
});

test("choices count the changes, an author of a change once", () => {
  const { group, person, kind, state, place } = choicesOf(cards, authors);
  expect([...group]).toEqual([
    ["EUR", 2],
    ["ARB", 1],
  ]);
  expect([...person]).toEqual([
    ["Ada", 2],
    ["Samir", 1],
  ]);
  expect([...kind]).toEqual([
    ["text", 2],
    ["add", 1],
  ]);
  expect([...state]).toEqual([
    ["pending", 2],
    ["agreed", 1],
  ]);
  expect([...place]).toEqual([
    ["resolves 1", 1],
    ["resolves 2", 2],
  ]);
  expect(narrowings({ ...everything, kind: "add", words: "x" })).toBe(1);
});
