import * as fc from "fast-check";
import { expect, it } from "vitest";
import { moments } from "./moments.ts";

const updates = fc
  .array(fc.record({ person: fc.constantFrom("a", "b"), pause: fc.constantFrom(0, 1000, 299_999, 300_000, 900_000) }))
  .map((given) => {
    let at = 0;
    return given.map(({ person, pause }, i) => ({ seq: i + 1, person, group: "EUR", at: (at += pause) }));
  });

it("holds every update once, in order, each moment of one person without a longer pause", () => {
  fc.assert(
    fc.property(updates, (given) => {
      const found = moments(given);
      expect(found.flatMap(({ from, to }) => given.slice(from - 1, to))).toEqual(given);
      for (const { from, to, person, began, ended } of found) {
        const own = given.slice(from - 1, to);
        expect(own.every((update) => update.person === person)).toBe(true);
        expect(own.every(({ at }, i) => i === 0 || at - own[i - 1]!.at < 300_000)).toBe(true);
        expect(ended - began).toBeLessThan(900_000);
        expect([own[0]?.at, own.at(-1)?.at]).toEqual([began, ended]);
      }
      for (const [i, { from, person }] of found.entries()) {
        const before = found[i - 1];
        if (!before) continue;
        const at = given[from - 1]!.at;
        expect(before.person !== person || at - before.ended >= 300_000 || at - before.began >= 900_000).toBe(true);
      }
    }),
  );
});
