import { compare } from "@plenary/diff";
import { type Text, languages } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import { writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faults, trackedText } from "./trackedText.ts";
import { wordLines } from "./wordLines.ts";

const options = { author: "A", date: "2026-03-01T12:00:00Z" };
const amended = fc
  .constantFrom(...languages)
  .chain((language) => arbitraryText(language))
  .chain((base: Text) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

describe("a compared amendment in Word", () => {
  for (const ids of ["trusted", "by-likeness"] as const) {
    it(`gives the current text when accepted and the base when rejected, ids ${ids}`, () => {
      let changed = 0;
      fc.assert(
        fc.property(amended, ([base, current]) => {
          const redline = compare(base, current, { ids });
          const file = writeMarkedDocx(redline, options);
          expect(trackedText(file, "accept")).toEqual(wordLines(current, base));
          expect(trackedText(file, "reject")).toEqual(wordLines(base, current));
          expect(faults(file)).toEqual([]);
          changed += redline.changes.length > 0 ? 1 : 0;
        }),
        { numRuns: 150 },
      );
      expect(changed).toBeGreaterThan(50);
    });
  }
});
