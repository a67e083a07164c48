import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compare } from "@plenary/diff";
import { readDocx, writeMarkedDocx } from "@plenary/formats/docx";
import { describe, expect, it } from "vitest";
import { askOffice, corpusFile, hasOffice, saveFiles, wordFiles } from "./wordReaders.ts";

const options = { author: "Nobody of the file", date: "2026-03-01T12:00:00Z" };
const missing = "(skipped: needs ../shared, python3 and LibreOffice)";

/** All that have one kind of change each, and every eighth of the others: two seconds go to each of them. */
const samples = hasOffice
  ? [
      ...wordFiles("docx/revtracking"),
      ...wordFiles("docx")
        .filter((path) => !path.startsWith("docx/revtracking"))
        .filter((_, i) => i % 8 === 1),
    ]
  : [];

/** Where LibreOffice says something else, and why it is no fault of the words. */
const known: Readonly<Record<string, string>> = {
  "003-DeletedFieldCode reject": "it computes the date of a field anew; a changed field is written as its words",
  "008-InsertedFieldCode accept": "it computes the date of a field anew; a changed field is written as its words",
  "005-InsertedNumberedParagraph reject": "it shows no number before the first item; see CAVEATS.md",
  "011-InsertedMathChar accept": "it exports no mathematics; a changed formula is written as its characters",
  "011-InsertedMathChar reject": "it exports no mathematics; a changed formula is written as its characters",
  "012-DeletedMathChar accept": "it exports no mathematics; a changed formula is written as its characters",
  "RP001-Tracked-Revisions-02 accept": "it prints a floating table with tracked rows at another place",
  "RP001-Tracked-Revisions-02 reject": "it prints a floating table with tracked rows at another place",
  "012-DeletedMathChar reject": "it exports no mathematics; a changed formula is written as its characters",
};

describe.skipIf(!hasOffice)(`Word files written into themselves, in LibreOffice ${hasOffice ? "" : missing}`, () => {
  it("give what the sample gives when all is accepted or rejected", { timeout: 600_000 }, () => {
    const sources = samples.map((sample) => readFileSync(corpusFile(sample)));
    const files = sources.map((source) => {
      const { base, current } = readDocx(source);
      return writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source });
    });
    const said = askOffice(saveFiles([...files, ...sources]));
    const [found, wanted] = [said.slice(0, files.length), said.slice(files.length)];
    const differing = samples.flatMap((sample, i) => {
      const sides = (["accept", "reject"] as const).filter(
        (side) => found[i]![side].join() !== wanted[i]![side].join(),
      );
      const named = sides.map((side) => `${basename(sample, ".docx")} ${side}`);
      console.log([sample, ...(named.length === 0 ? ["equal"] : named.map((name) => known[name] ?? "≠"))].join("\t"));
      return named;
    });
    expect(samples.length).toBeGreaterThan(40);
    expect(differing.toSorted()).toEqual(Object.keys(known).toSorted());
  });
});
