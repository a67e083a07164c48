import { clause, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { shareClauses } from "./sharedClauses.ts";

const words = fc.constantFrom("a", "b", "c");
const texts = fc.array(fc.array(fc.record({ id: words, said: words }), { maxLength: 8 }), { maxLength: 6 });

it("gives every text back, and holds no clause twice", () => {
  fc.assert(
    fc.property(texts, (given) => {
      const all = given.map((clauses) =>
        text(
          "en",
          clauses.map(({ id, said }) => clause("paragraph", said, { id })),
        ),
      );
      const shared = shareClauses(all);
      expect(shared.texts.map((places) => places.map((place) => shared.clauses[place]))).toEqual(
        all.map(({ clauses }) => clauses),
      );
      expect(new Set(shared.clauses.map((one) => JSON.stringify(one))).size).toBe(shared.clauses.length);
    }),
  );
});
