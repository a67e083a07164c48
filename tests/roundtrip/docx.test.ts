import { writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redlines } from "./redlines.ts";
import { faults, trackedText } from "./trackedText.ts";
import { wordLines } from "./wordLines.ts";

const options = { author: 'A & "B" <c>', date: "2026-03-01T12:00:00.000Z" };

describe("a marked-up Word file of random amendments", () => {
  it("gives the current text when all is accepted and the base when all is rejected", () => {
    let changed = 0;
    fc.assert(
      fc.property(redlines, (redline) => {
        const file = writeMarkedDocx(redline, options);
        expect(trackedText(file, "accept")).toEqual(wordLines(redline.current, redline.base));
        expect(trackedText(file, "reject")).toEqual(wordLines(redline.base, redline.current));
        expect(faults(file)).toEqual([]);
        changed += redline.clauses.some((entry) => entry.symbol !== "NOC") ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(changed).toBeGreaterThan(300);
  });

  it("is the same file for the same input", () => {
    fc.assert(
      fc.property(redlines, (redline) => {
        expect(writeMarkedDocx(redline, options)).toEqual(writeMarkedDocx(redline, options));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a clean Word file", () => {
  it("says what the text says and tracks nothing", () => {
    fc.assert(
      fc.property(redlines, ({ current }) => {
        const file = writeDocx(current, options);
        expect(trackedText(file, "accept")).toEqual(wordLines(current));
        expect(trackedText(file, "reject")).toEqual(wordLines(current));
      }),
      { numRuns: 100 },
    );
  });
});
