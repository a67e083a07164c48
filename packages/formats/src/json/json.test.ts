import { compare } from "@plenary/diff";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { amendments, jointRedlines } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { readMarkedJson } from "./readMarkedJson.ts";
import { writeJson, writeMarkedJson } from "./writeJson.ts";

it("the redline as JSON gives both texts again, in its words and beside them", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        amendments.map(([base, current]) => compare(base, current)),
        jointRedlines,
      ),
      (redline) => {
        const read = readMarkedJson(writeMarkedJson(redline));
        expect(read.texts).toEqual({ base: redline.base, current: redline.current });
        expect([read.base, read.current].map(textHash)).toEqual([redline.base, redline.current].map(textHash));
        expect(read.seals.base?.hash).toBe(textHash(redline.base));
        expect(read.seals.current?.hash).toBe(textHash(redline.current));
      },
    ),
    { numRuns: 100 },
  );
});

it("a clean text as JSON is read back", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      const read = readMarkedJson(writeJson(current, base));
      expect(read.texts).toEqual({ base: null, current });
      expect(read.seals.amends?.hash).toBe(textHash(base));
    }),
    { numRuns: 50 },
  );
});

it("other JSON is refused with its place", () => {
  expect(() => readMarkedJson("{")).toThrow(/not JSON/);
  expect(() => readMarkedJson("{}")).toThrow(/no export of Plenary/);
  const broken = { format: "plenary-text-1", marked: { language: "en", clauses: [{ symbol: "MOT" }] } };
  expect(() => readMarkedJson(JSON.stringify(broken))).toThrow(/marked\.clauses\[0\]\.symbol/);
});
