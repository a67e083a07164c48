import { compare } from "@plenary/diff";
import { expect, it } from "vitest";
import * as fc from "fast-check";
import { amendments, jointRedlines } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { readMarkedHtml } from "./read/readMarkedHtml.ts";
import { writeHtml, writeMarkedHtml } from "./writeHtml.ts";

it("a marked-up page gives the current text when all is accepted and the base when all is rejected", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      for (const ids of ["trusted", "by-likeness"] as const) {
        const read = readMarkedHtml(writeMarkedHtml(compare(base, current, { ids })));
        expect(textHash(read.base)).toBe(textHash(base));
        expect(textHash(read.current)).toBe(textHash(current));
        expect(read.seals.base?.hash).toBe(textHash(base));
        expect(read.seals.current?.hash).toBe(textHash(current));
      }
    }),
    { numRuns: 150 },
  );
});

it("clauses split and merged are lawful", () => {
  fc.assert(
    fc.property(jointRedlines, (redline) => {
      const read = readMarkedHtml(writeMarkedHtml(redline));
      expect(textHash(read.base)).toBe(textHash(redline.base));
      expect(textHash(read.current)).toBe(textHash(redline.current));
    }),
    { numRuns: 60 },
  );
});

it("a clean page says the text twice, and proves its base", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      const read = readMarkedHtml(writeHtml(current, { base }));
      expect(textHash(read.current)).toBe(textHash(current));
      expect(textHash(read.base)).toBe(textHash(current));
      expect(read.seals.amends?.hash).toBe(textHash(base));
    }),
    { numRuns: 60 },
  );
});

it("other pages are refused with what to do", () => {
  expect(() => readMarkedHtml("<!doctype html><p>one<p>two")).toThrow(/exported file/);
  expect(() => readMarkedHtml('<!doctype html><html lang="en"><body/></html>')).toThrow(/not written by Plenary/);
});
