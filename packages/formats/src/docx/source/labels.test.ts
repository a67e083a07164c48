import { compare } from "@plenary/diff";
import { type Clause, type Text, clause, plainLines } from "@plenary/document";
import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { p, r, style, tinyWordFile } from "../read/testing/wordPackage.ts";
import { readDocx } from "../readDocx.ts";
import { writeDocx, writeMarkedDocx } from "../writeDocx.ts";

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>' +
  '<w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const direct = '<w:pStyle w:val="enumlev1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const sources = {
  "by the paragraphs themselves": tinyWordFile({
    body: p(r("to build"), direct) + p(r("to count"), direct) + p(r("to paint"), direct) + p(r("end")),
    styles: style("enumlev1"),
    numbering,
  }),
  "by their style": tinyWordFile({
    body:
      ["to build", "to count", "to paint"].map((words) => p(r(words), '<w:pStyle w:val="enumlev1"/>')).join("") +
      p(r("end")),
    styles: style("enumlev1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    numbering,
  }),
};

const labels = (text: Text) => text.clauses.map(({ label }) => label);
const document = (file: Uint8Array): string => strFromU8(unzipSync(file)["word/document.xml"]!);

/** The base amended in the file it was read from, which gives both texts, and the clean one. */
function amended(source: Uint8Array, change: (clauses: readonly Clause[]) => readonly Clause[]): Uint8Array {
  const { current: base } = readDocx(source);
  const current = { ...base, clauses: change(base.clauses) };
  const file = writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source });
  const read = readDocx(file);
  for (const [found, wanted] of [
    [read.base, base],
    [read.current, current],
    [readDocx(writeDocx(current, { ...options, source, base })).current, current],
  ] as const) {
    expect(labels(found)).toEqual(labels(wanted));
    expect(plainLines(found.clauses)).toEqual(plainLines(wanted.clauses));
  }
  return file;
}

describe.each(Object.entries(sources))("lists that are counted %s", (_, source) => {
  const added = (label: string | null) => clause("item", "to sing", { id: "new", level: 1, label });

  it("have labels typed that Word would count otherwise, and counted ones around", () => {
    const file = amended(source, ([one, ...rest]) => [one!, added("a)bis"), ...rest]);
    expect(document(file)).toMatch(
      /<w:numId w:val="0"\/><\/w:numPr>(<w:spacing[^>]*>)?<w:ind w:left="500" w:hanging="500"\/>/,
    );
    expect(document(file)).toContain("a)bis");
    expect(document(file)).not.toMatch(/[bc]\)</);
  });

  it("keep labels where the text keeps them after a clause that went", () => {
    const file = amended(source, ([one, , ...rest]) => [one!, ...rest]);
    expect(document(file)).toMatch(/<w:pPrChange [^>]*><w:pPr>.*?<\/w:pPrChange>/);
  });

  it("lose a label that a clause lost, and change it as a tracked change", () => {
    amended(source, ([one, two, ...rest]) => [one!, { ...two!, label: null }, ...rest]);
    amended(source, ([one, two, three, ...rest]) => [
      one!,
      { ...two!, label: "3A" },
      { ...three!, label: "b)" },
      ...rest,
    ]);
  });

  it("say the labels of the text, whatever they are", () => {
    const label = fc.constantFrom("a)", "b)", "c)", "d)", "a)bis", "b)ter", "3A", null);
    const made = fc.tuple(
      fc.subarray([0, 1, 2], { minLength: 1 }),
      fc.array(label, { minLength: 6, maxLength: 6 }),
      fc.nat({ max: 3 }),
    );
    fc.assert(
      fc.property(made, ([kept, said, more]) => {
        amended(source, (clauses) => {
          const items = kept.map((i) => clauses[i]!);
          const extra = Array.from({ length: more }, (_, i) =>
            clause("item", `to sing ${i}`, { id: `new${i}`, level: 1 }),
          );
          const all = [...items.slice(0, 1), ...extra, ...items.slice(1)];
          return [...all.map((each, i) => ({ ...each, label: said[i] ?? null })), clauses.at(-1)!];
        });
      }),
      { numRuns: 60 },
    );
  });
});
