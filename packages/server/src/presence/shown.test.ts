import { expect, it } from "vitest";
import { createShown } from "./shown.ts";

it("shows all while they are few, and says who is new", () => {
  const shown = createShown(3);
  for (const client of [1, 2, 3]) shown.moved(client, false);
  expect(shown.has(1)).toBe(false);
  expect(shown.choose()).toEqual([1, 2, 3]);
  expect([1, 2, 3].every(shown.has)).toBe(true);
  expect(shown.choose()).toEqual([]);
});

it("shows those of many who moved last, and who leads always", () => {
  const shown = createShown(3);
  shown.moved(9, true);
  for (const client of [1, 2, 3, 4]) shown.moved(client, false);
  shown.choose();
  expect([1, 2, 3, 4, 9].filter(shown.has)).toEqual([3, 4, 9]);
  shown.moved(1, false);
  expect(shown.choose()).toEqual([1]);
  expect([1, 2, 3, 4, 9].filter(shown.has)).toEqual([1, 4, 9]);
});

it("gives the place of who leaves, or leads no more, to who moved before", () => {
  const shown = createShown(2);
  shown.moved(9, true);
  for (const client of [1, 2, 3]) shown.moved(client, false);
  shown.choose();
  shown.left(3);
  expect(shown.has(3)).toBe(false);
  expect(shown.choose()).toEqual([2]);
  shown.moved(9, false);
  shown.moved(1, false);
  shown.moved(2, false);
  expect(shown.choose()).toEqual([1]);
});
