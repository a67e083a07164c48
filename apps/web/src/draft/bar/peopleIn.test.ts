import { expect, test } from "vitest";
import { arrivals, peopleIn } from "./peopleIn.ts";

test("people are listed once, by name; states without a person are left out", () => {
  const ada = { user: { id: "a", name: "Ada", group: null } };
  const ben = { user: { id: "b", name: "Ben", group: "EUR", color: "#000000" } };
  expect(peopleIn([ben, ada, ada, {}, null, { user: 7 }])).toEqual([
    { id: "a", name: "Ada", group: "" },
    { id: "b", name: "Ben", group: "EUR" },
  ]);
  expect(peopleIn([])).toEqual([]);
});

test("who comes is whoever was not there, and nobody at one's own coming", () => {
  const [ada, ben] = [
    { id: "a", name: "Ada", group: "" },
    { id: "b", name: "Ben", group: "EUR" },
  ];
  expect(arrivals([], [ada, ben])).toEqual([]);
  expect(arrivals([ada], [ada, ben])).toEqual([ben]);
  expect(arrivals([ada, ben], [ada])).toEqual([]);
});
