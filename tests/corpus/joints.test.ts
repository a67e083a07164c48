import { type Redline, compare } from "@plenary/diff";
import { item, languages, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import { writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordLines } from "../roundtrip/wordLines.ts";
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

const options = { author: "A. Delegate", date: "2026-03-01T12:00:00Z" };
const skipped = "(skipped: needs ../shared, python3, xmllint and LibreOffice)";

const whole = text("en", [
  item("1", "to study the use of satellites in remote areas and to report on it to the Council;"),
]);
const pieces = text("en", [
  item("1", "to study the use of satellites in remote areas;"),
  item("2", "to report each year on it to the Council;"),
]);

const amended: fc.Arbitrary<Redline> = fc
  .constantFrom(...languages)
  .chain((language) => arbitraryText(language))
  .chain((base) => arbitraryEdit(base).map((current) => compare(base, current, { ids: "trusted" })))
  .filter(({ clauses }) => clauses.some(({ joint }) => joint !== undefined));
const forOffice = amended.filter(({ base }) => base.clauses.every(({ kind }) => kind !== "footnote"));

describe.skipIf(!hasOracle)(`splits and merges before the independent reader ${hasOracle ? "" : skipped}`, () => {
  it("give the base and the current text, the mark between the pieces tracked", () => {
    const split = compare(whole, pieces);
    const merge = compare(pieces, whole);
    const samples = [split, merge, ...fc.sample(amended, { numRuns: 40, seed: 20_260_401 })];
    const reports = askOracle(saveFiles(samples.map((redline) => writeMarkedDocx(redline, options))));
    for (const [i, { base, current }] of samples.entries()) {
      expect(reports[i]!.accept, `sample ${i}`).toEqual(wordLines(current, base));
      expect(reports[i]!.reject, `sample ${i}`).toEqual(wordLines(base, current));
      expect(reports[i]!.warnings).toEqual([]);
    }
    const marks = (i: number) => reports[i]!.changes.filter(({ scope }) => scope === "paragraph-mark");
    expect(marks(0).map(({ type }) => type)).toEqual(["ins"]);
    expect(marks(1).map(({ type }) => type)).toEqual(["del"]);
  });
});

describe.skipIf(!hasSchemas)(`splits and merges before the schema ${hasSchemas ? "" : skipped}`, () => {
  it("are valid", () => {
    const files = fc.sample(amended, { numRuns: 12, seed: 20_260_402 }).map((one) => writeMarkedDocx(one, options));
    expect(schemaFaults(saveFiles(files)).flat()).toEqual([]);
  });
});

describe.skipIf(!hasOffice)(`splits and merges in LibreOffice ${hasOffice ? "" : skipped}`, () => {
  it("give the two texts when all is accepted or rejected", { timeout: 300_000 }, () => {
    const all = [compare(whole, pieces), compare(pieces, whole), ...fc.sample(forOffice, { numRuns: 20, seed: 8 })];
    const found = askOffice(saveFiles(all.map((redline) => writeMarkedDocx(redline, options))));
    for (const [i, redline] of all.entries()) {
      expect(found[i]!.accept, `file ${i}`).toEqual(officeWords(wordLines(redline.current)));
      expect(found[i]!.reject, `file ${i}`).toEqual(officeWords(wordLines(redline.base)));
    }
  });
});
