import type { Redline } from "@plenary/diff";
import { flatten } from "@plenary/document";
import { type WordComment, writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redlines } from "../roundtrip/redlines.ts";
import { wordLines } from "../roundtrip/wordLines.ts";
import { goldLines, goldRedline, resolution2 } from "./amendments.ts";
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

const options = { author: "IAP – A. Delegate", date: "2026-03-01T12:00:00Z" };
const skipped = "(skipped: needs ../shared, python3, xmllint and LibreOffice)";

const amendments = (): Redline[] => [goldRedline("zh"), goldRedline("en"), resolution2()];
/** Random amendments without what LibreOffice's text export prints in its own way: footnotes. */
const forOffice = redlines.filter((redline) =>
  redline.clauses.every((entry) => (entry.base ?? entry.current)?.kind !== "footnote"),
);

describe.skipIf(!hasOracle)(`Word files before the independent reader ${hasOracle ? "" : skipped}`, () => {
  it("give the gold texts and Resolution 2, clean and base, with author and date", () => {
    const all = amendments();
    const reports = askOracle(saveFiles(all.map((redline) => writeMarkedDocx(redline, options))));
    for (const [i, redline] of all.entries()) {
      const report = reports[i]!;
      expect(report.accept).toEqual(wordLines(redline.current));
      expect(report.reject).toEqual(wordLines(redline.base));
      expect(report.warnings).toEqual([]);
      expect(report.changes.length).toBeGreaterThan(10);
      for (const change of report.changes) expect(change).toMatchObject({ author: options.author, date: options.date });
    }
    expect(reports[0]!.accept).toEqual(goldLines("zh", "amended"));
    expect(reports[1]!.reject).toEqual(goldLines("en", "base"));
    const types = new Set(reports[2]!.changes.map((change) => `${change.type} ${change.scope}`));
    expect([...types]).toEqual(
      expect.arrayContaining(["ins paragraph-mark", "del paragraph-mark", "moveFrom content", "moveTo content"]),
    );
  });

  it("give the two texts of random amendments", () => {
    const samples = fc.sample(redlines, { numRuns: 40, seed: 20_260_301 });
    const reports = askOracle(saveFiles(samples.map((redline) => writeMarkedDocx(redline, options))));
    for (const [i, redline] of samples.entries()) {
      const report = reports[i]!;
      expect(report.accept, `sample ${i}`).toEqual(wordLines(redline.current, redline.base));
      expect(report.reject, `sample ${i}`).toEqual(wordLines(redline.base, redline.current));
      expect(report.warnings).toEqual([]);
    }
  });
});

/** Comments on the first words that change, on a whole clause with an answer, and on words of the base. */
function commentsOn({ clauses }: Redline): WordComment[] {
  const changed = clauses.find(({ base, current, segments }) => base && current && segments.length > 2)!;
  const [clause, length] = [changed.base!.id, flatten(changed.base!.content).length];
  const one = { author: "A. Delegate", date: options.date, resolved: false, answers: null, clause, from: 0, to: 3 };
  return [
    { ...one, id: "1", side: "current", words: "Why?\nAnd why now?" },
    {
      ...one,
      id: "2",
      side: "current",
      words: "All of it",
      to: flatten(changed.current!.content).length,
      resolved: true,
    },
    { ...one, id: "3", side: "current", words: "Not all", answers: "2", author: "B & <C>", resolved: true },
    { ...one, id: "4", side: "base", words: 'Was this "agreed"?', to: length },
  ];
}

describe.skipIf(!hasSchemas)(
  `comments in Word files before the independent reader and the schema ${hasSchemas ? "" : skipped}`,
  () => {
    it("stand there by author, date and words, in files that are valid, and change neither text", () => {
      const all = amendments();
      const paths = saveFiles(
        all.map((redline) => writeMarkedDocx(redline, { ...options, comments: commentsOn(redline) })),
      );
      expect(schemaFaults(paths).flat()).toEqual([]);
      for (const [i, report] of askOracle(paths).entries()) {
        const said = commentsOn(all[i]!).map(({ author, date, words }) => ({ author, date, text: words }));
        expect(report.comments.map(({ author, date, text }) => ({ author, date, text }))).toEqual(said);
        expect(report.accept).toEqual(wordLines(all[i]!.current));
        expect(report.reject).toEqual(wordLines(all[i]!.base));
        expect(report.warnings).toEqual([]);
      }
    });
  },
);

describe.skipIf(!hasSchemas)(`Word files before the schema ${hasSchemas ? "" : skipped}`, () => {
  it("are valid, clean and marked up", () => {
    const all = [...amendments(), ...fc.sample(redlines, { numRuns: 16, seed: 20_260_302 })];
    const files = all.flatMap((redline) => [writeMarkedDocx(redline, options), writeDocx(redline.current, options)]);
    expect(schemaFaults(saveFiles(files)).flat()).toEqual([]);
  });
});

describe.skipIf(!hasOffice)(`Word files in LibreOffice ${hasOffice ? "" : skipped}`, () => {
  it("give the two texts when all is accepted or rejected", { timeout: 300_000 }, () => {
    const named = [goldRedline("zh"), goldRedline("en"), resolution2("without")];
    const all = [...named, ...fc.sample(forOffice, { numRuns: 20, seed: 7 })];
    const found = askOffice(saveFiles(all.map((redline) => writeMarkedDocx(redline, options))));
    for (const [i, redline] of all.entries()) {
      expect(found[i]!.accept, `file ${i}`).toEqual(officeWords(wordLines(redline.current)));
      expect(found[i]!.reject, `file ${i}`).toEqual(officeWords(wordLines(redline.base)));
    }
  });
});
