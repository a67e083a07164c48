import { compare } from "@plenary/diff";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { amendments } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { readSeals } from "./read/readSeals.ts";
import { readDocx } from "./readDocx.ts";
import { writeDocx, writeMarkedDocx } from "./writeDocx.ts";

const options = { author: "IAP", date: "2026-03-01T12:00:00Z" };

it("a marked-up Word file carries the hashes of what it gives when all is accepted and when all is rejected", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      const file = writeMarkedDocx(compare(base, current, { ids: "trusted" }), options);
      const read = readDocx(file);
      const seals = readSeals(file);
      expect([seals.base?.hash, seals.current?.hash]).toEqual([textHash(base), textHash(current)]);
      expect([textHash(read.base), textHash(read.current)]).toEqual([textHash(base), textHash(current)]);
    }),
    { numRuns: 150 },
  );
});

it("a clean Word file proves its text and names its base", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      const file = writeDocx(current, { ...options, base });
      expect(readSeals(file).amends?.hash).toBe(textHash(base));
      expect(textHash(readDocx(file).current)).toBe(textHash(current));
    }),
    { numRuns: 60 },
  );
});
