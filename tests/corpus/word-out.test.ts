import { readFileSync } from "node:fs";
import { compare } from "@plenary/diff";
import { type Clause, type Text, concat, flatten, run, slice } from "@plenary/document";
import { DocxError, readDocx, writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askOracleAll, wordFiles } from "./oracleTexts.ts";
import { askOffice, corpusFile, hasOffice, hasOracle, hasSchemas, saveFiles, schemaFaults } from "./wordReaders.ts";

const options = { author: "Nobody of the file", date: "2026-03-01T12:00:00Z" };
const samples = (): string[] => (hasOracle ? [...wordFiles("docx"), ...wordFiles("itu")].map(corpusFile) : []);
/** A third of them: the whole takes minutes, and every sample is read in `word-in.test.ts`. */
const third = (): string[] => samples().filter((_, i) => i % 3 === 0);
const missing = "(skipped: needs ../shared, python3, xmllint and LibreOffice)";

/** A sample written into itself: marked up, and clean. */
function written(path: string, change: (text: Text) => Text = (text) => text) {
  const source = readFileSync(path);
  const { base, current } = readDocx(source);
  const text = change(current);
  return {
    marked: writeMarkedDocx(compare(base, text, { ids: "trusted" }), { ...options, source }),
    clean: writeDocx(text, { ...options, source }),
  };
}

/** Lines without the difference between paragraphs and line breaks inside notes, and without spaces after their marks. */
const lines = (said: readonly string[]): string[] =>
  said
    .join("\n")
    .replaceAll("\u2028", "\n")
    .split("\n")
    .map((line) => line.replace(/^(\[\^\d+\]: \S+) +\t/, "$1\t"));

/** Every third clause gets a word in its middle. */
function amended(text: Text): Text {
  const clauses = text.clauses.map((clause, i): Clause => {
    const flat = flatten(clause.content);
    if (i % 3 !== 1 || flat.length < 8) return clause;
    const at = flat.length >> 1;
    return {
      ...clause,
      content: concat(slice(clause.content, 0, at), [run("MIDDLE")], slice(clause.content, at, flat.length)),
    };
  });
  return { ...text, clauses };
}

describe.skipIf(!hasOracle)(`Word files written into themselves ${hasOracle ? "" : missing}`, () => {
  it("have the two texts of the sample, for every third sample, and no name of it", { timeout: 400_000 }, () => {
    const paths = third();
    const files = paths.map((path) => written(path));
    const before = askOracleAll(paths);
    const marked = askOracleAll(saveFiles(files.map((file) => file.marked)));
    const clean = askOracleAll(saveFiles(files.map((file) => file.clean)));
    const wrong = paths.filter(
      (_, i) =>
        lines(marked[i]!.accept).join("\n") !== lines(before[i]!.accept).join("\n") ||
        lines(marked[i]!.reject).join("\n") !== lines(before[i]!.reject).join("\n") ||
        lines(clean[i]!.accept).join("\n") !== lines(before[i]!.accept).join("\n") ||
        clean[i]!.changes > 0,
    );
    console.log(`of ${paths.length}: ${paths.length - wrong.length} written with both texts, and clean`);
    expect(paths.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
    for (const { marked: file } of files) {
      for (const change of readDocx(file).changes) expect(change.author).toBe(options.author);
    }
  });

  it(
    "have the base untouched and the new words in them when they are amended, for every third sample",
    { timeout: 400_000 },
    () => {
      const paths = third();
      const files = paths.map((path) => written(path, amended));
      const before = askOracleAll(paths);
      const marked = askOracleAll(saveFiles(files.map((file) => file.marked)));
      const count = (said: readonly string[]): number => said.join("\n").split("MIDDLE").length - 1;
      let changed = 0;
      for (const [i, path] of paths.entries()) {
        expect([path, ...lines(marked[i]!.reject)]).toEqual([path, ...lines(before[i]!.reject)]);
        const accepted = lines(marked[i]!.accept).join("\n").replaceAll("MIDDLE", "");
        expect([path, accepted]).toEqual([path, lines(before[i]!.accept).join("\n")]);
        changed += count(marked[i]!.accept);
      }
      expect(changed).toBeGreaterThan(150);
    },
  );

  it("damaged in any way are refused with a clear error or written", { timeout: 120_000 }, () => {
    const sources = wordFiles("docx/revtracking").map((path) => readFileSync(corpusFile(path)));
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), damage, (source, changed) => {
        const bytes = Uint8Array.from(source);
        for (const [at, value] of changed) bytes[at % bytes.length] = value;
        try {
          const { base, current } = readDocx(bytes);
          readDocx(writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source: bytes }));
        } catch (fault) {
          expect(fault).toBeInstanceOf(DocxError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(!hasSchemas)(
  `Word files written into themselves, before the schema ${hasSchemas ? "" : missing}`,
  () => {
    it("are valid where the sample is, for every eighth sample", { timeout: 600_000 }, () => {
      const paths = samples().filter((_, i) => i % 8 === 0);
      const invalid = new Set(
        schemaFaults(paths)
          .filter((line) => line.startsWith("INVALID"))
          .map((line) => line.slice(8)),
      );
      const valid = paths.filter((path) => !invalid.has(path));
      const files = valid.flatMap((path) => Object.values(written(path, amended)));
      expect(valid.length).toBeGreaterThan(10);
      expect(schemaFaults(saveFiles(files))).toEqual([]);
    });
  },
);

describe.skipIf(!hasOffice)(`Word files written into themselves, in LibreOffice ${hasOffice ? "" : missing}`, () => {
  it(
    "give what the sample gives when all is accepted or rejected, for every third sample",
    { timeout: 600_000 },
    () => {
      const paths = wordFiles("docx/revtracking")
        .map(corpusFile)
        .filter((_, i) => i % 3 === 0);
      const files = paths.map((path) => written(path).marked);
      const wanted = askOffice(saveFiles(paths.map((path) => readFileSync(path))));
      const found = askOffice(saveFiles(files));
      expect(paths.length).toBeGreaterThan(5);
      for (const [i, path] of paths.entries()) expect([path, found[i]]).toEqual([path, wanted[i]]);
    },
  );
});
