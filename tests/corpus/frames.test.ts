import { frameLines, frameOf, type Frame } from "@plenary/formats/frame";
import { type Redline, amendmentSymbol, compare } from "@plenary/diff";
import type { Language } from "@plenary/document";
import { readDocx, writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redlines } from "../roundtrip/redlines.ts";
import { wordLines } from "../roundtrip/wordLines.ts";
import { goldRedline, resolution2 } from "./amendments.ts";
import {
  askOffice,
  askOracle,
  hasOffice,
  hasOracle,
  hasSchemas,
  officeWords,
  saveFiles,
  schemaFaults,
} from "./wordReaders.ts";

const options = { author: "IAP", date: "2026-03-01T12:00:00Z" };
const skipped = "(skipped: needs ../shared, python3, xmllint and LibreOffice)";
const proposal = {
  number: "IAP/24A13/1",
  meeting: "World Conference on Digital Bridges (Valparaíso, 2027)",
  source: "Member States of CITEL",
  about: ["Resolution 85", "Bridges"],
};

interface Framed {
  readonly redline: Redline;
  readonly frame: Frame;
}

const inLanguage = (redline: Redline, language: Language): Redline => ({
  ...redline,
  base: { ...redline.base, language },
  current: { ...redline.current, language },
});

/** Amendments that bring no frame of their own, with theirs. */
function withFrames(given: readonly Redline[]): Framed[] {
  return given.flatMap((redline) => {
    const frame = frameOf(proposal, redline, options.date);
    return frame ? [{ redline, frame }] : [];
  });
}

/** The lines of a file with a frame, by the lines of its text; notes stand below. */
function around({ frame }: Framed, lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => /^\[\^\d+\]: /.test(line));
  const notes = first < 0 ? lines.length : first;
  const reasons = frame.reasons === null ? [] : [`${frame.reasons}\t`];
  return [...frameLines(frame), ...lines.slice(0, notes), ...reasons, ...lines.slice(notes)];
}

const samples = (numRuns: number, seed: number): Redline[] =>
  fc
    .sample(fc.tuple(redlines, fc.constantFrom<Language>("en", "ar", "zh")), { numRuns, seed })
    .map(([redline, language]) => inLanguage(redline, language));

describe.skipIf(!hasOracle)(`Word files with a frame before the independent reader ${hasOracle ? "" : skipped}`, () => {
  it("give the frame and both texts in it, of the gold texts and of random amendments", () => {
    const all = withFrames([goldRedline("zh"), goldRedline("en"), resolution2(), ...samples(30, 20_260_310)]);
    expect(all.length).toBeGreaterThan(15);
    const reports = askOracle(
      saveFiles(all.map(({ redline, frame }) => writeMarkedDocx(redline, { ...options, frame }))),
    );
    for (const [i, one] of all.entries()) {
      const report = reports[i]!;
      const { base, current } = one.redline;
      const lines = (said: readonly string[]) => said.filter((line) => line !== "");
      expect(lines(report.accept), `file ${i}`).toEqual(lines(around(one, wordLines(current, base))));
      expect(lines(report.reject), `file ${i}`).toEqual(lines(around(one, wordLines(base, current))));
      expect(report.warnings).toEqual([]);
      expect(report.accept).toContain(`${amendmentSymbol(one.redline)}\tIAP/24A13/1`);
    }
  });
});

describe.skipIf(!hasSchemas)(`Word files with a frame before the schema ${hasSchemas ? "" : skipped}`, () => {
  it("are valid, clean, marked up, and written into a file", () => {
    const all = withFrames([goldRedline("zh"), inLanguage(goldRedline("en"), "ar"), ...samples(8, 20_260_311)]);
    const files = all.flatMap(({ redline, frame }) => {
      const marked = writeMarkedDocx(redline, { ...options, frame });
      const source = writeMarkedDocx(redline, options);
      const { base, current } = readDocx(source);
      const into = writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source, frame });
      return [marked, writeDocx(redline.current, { ...options, frame }), into];
    });
    expect(schemaFaults(saveFiles(files)).flat()).toEqual([]);
  });
});

describe.skipIf(!hasOffice)(`Word files with a frame in LibreOffice ${hasOffice ? "" : skipped}`, () => {
  it("give the frame and both texts when all is accepted or rejected", () => {
    const all = withFrames([goldRedline("zh"), goldRedline("en"), resolution2("without")]);
    const found = askOffice(
      saveFiles(all.map(({ redline, frame }) => writeMarkedDocx(redline, { ...options, frame }))),
    );
    for (const [i, one] of all.entries()) {
      expect(found[i]!.accept, `file ${i}`).toEqual(officeWords(around(one, wordLines(one.redline.current))));
      expect(found[i]!.reject, `file ${i}`).toEqual(officeWords(around(one, wordLines(one.redline.base))));
    }
  });
});
