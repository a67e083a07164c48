import { accept, compare, reject } from "@plenary/diff";
import { type Text, clause, item, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { redlineMaker } from "./redlineMaker.ts";

const said = fc.constantFrom(
  "to build ten bridges;",
  "to build twelve bridges;",
  "to count them;",
  "to paint them,",
  "",
);
const ids = ["a", "b", "c", "d", "e"];
const texts = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...ids), said }), { selector: ({ id }) => id, maxLength: 5 })
  .map((items): Text =>
    text("en", [
      clause("call", "resolves", { id: "call" }),
      ...items.map(({ id, said }, i) => item(String(i + 1), said, { id })),
    ]),
  );

it("whichever texts come after one another, each redline is what compare gives, and both laws hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 1 }), texts), { minLength: 1, maxLength: 8 }),
      texts,
      texts,
      (steps, one, other) => {
        const redlineOf = redlineMaker();
        for (const [which, current] of steps) {
          const base = [one, other][which]!;
          const redline = redlineOf(base, current);
          expect(redline).toEqual(compare(base, current, { ids: "trusted" }));
          expect(accept(redline)).toEqual(current);
          expect(reject(redline)).toEqual(base);
        }
        expect(redlineOf(one, one).changes).toEqual([]);
      },
    ),
  );
});

it("what did not change is the same object, so that nothing of it is drawn again", () => {
  const [a, b] = [item("1", "one;", { id: "a" }), item("2", "two;", { id: "b" })];
  const base = text("en", [a, b]);
  const redlineOf = redlineMaker();
  const first = redlineOf(base, text("en", [a, item("2", "two or three;", { id: "b" })]));
  const second = redlineOf(base, text("en", [a, item("2", "two or four;", { id: "b" })]));
  expect(second.clauses[0]).toBe(first.clauses[0]);
  expect(second.clauses[1]).not.toBe(first.clauses[1]);
});
