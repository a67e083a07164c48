import { readFileSync } from "node:fs";
import { compare } from "@plenary/diff";
import { type Clause, type Text, concat, flatten, run, slice } from "@plenary/document";
import { readDocx, writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import { describe, expect, it } from "vitest";
import {
  type OracleReport,
  askOracle,
  corpusFile,
  hasOracle,
  hasSchemas,
  saveFiles,
  schemaFaults,
  wordFiles,
} from "./wordReaders.ts";

const options = { author: "Nobody of the file", date: "2026-03-01T12:00:00Z" };
const missing = "(skipped: needs ../shared, python3 and xmllint)";
const samples = hasOracle ? [...wordFiles("docx"), ...wordFiles("itu")] : [];
const paths = samples.map(corpusFile);

/** Every sample written into itself: marked up, clean, and marked up with new words in every third clause. */
const written = paths.map((path) => {
  const source = readFileSync(path);
  const { base, current } = readDocx(source);
  const marked = (text: Text): Uint8Array =>
    writeMarkedDocx(compare(base, text, { ids: "trusted" }), { ...options, source });
  return {
    marked: marked(current),
    clean: writeDocx(current, { ...options, source }),
    amended: marked(amended(current)),
  };
});

/** Lines without the difference between paragraphs and line breaks inside notes, and without spaces after their marks. */
const joined = (said: readonly string[]): string =>
  said
    .join("\n")
    .replaceAll("\u2028", "\n")
    .split("\n")
    .map((line) => line.replace(/^(\[\^\d+\]: \S+) +\t/, "$1\t"))
    .join("\n");

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

function save(kind: "marked" | "clean" | "amended"): string[] {
  return saveFiles(written.map((files) => files[kind]));
}

describe.skipIf(!hasOracle)(`Word files written into themselves ${hasOracle ? "" : missing}`, () => {
  it(
    "have the sample's two texts, clean its current one, amended its base and the new words, and no name of it",
    { timeout: 300_000 },
    () => {
      const before = askOracle(paths);
      const [marked, clean, changed] = [
        askOracle(save("marked")),
        askOracle(save("clean")),
        askOracle(save("amended")),
      ];
      const rows = samples.map((sample, i) => {
        const same = (one: OracleReport[], side: "accept" | "reject"): boolean =>
          joined(one[i]![side]).replaceAll("MIDDLE", "") === joined(before[i]![side]);
        const signed = [...marked[i]!.changes, ...changed[i]!.changes].every(({ author }) => author === options.author);
        return {
          sample,
          accept: same(marked, "accept"),
          reject: same(marked, "reject"),
          clean: same(clean, "accept") && clean[i]!.changes.length === 0,
          amended: same(changed, "accept") && same(changed, "reject"),
          signed,
          words: joined(changed[i]!.accept).split("MIDDLE").length - 1,
        };
      });
      const wrong = rows.filter((row) => Object.values(row).includes(false));
      for (const { sample, words, ...holds } of rows)
        console.log(
          [sample, ...Object.entries(holds).map(([name, equal]) => `${name} ${equal ? "equal" : "≠"}`), words].join(
            "\t",
          ),
        );
      console.log(`of ${rows.length}: ${rows.length - wrong.length} written with both texts, clean and amended`);
      expect(rows.length).toBeGreaterThan(150);
      expect(rows.reduce((sum, { words }) => sum + words, 0)).toBeGreaterThan(400);
      expect(wrong).toEqual([]);
    },
  );
});

describe.skipIf(!hasSchemas)(
  `Word files written into themselves, before the schema ${hasSchemas ? "" : missing}`,
  () => {
    it("are valid in every part that is valid in the sample", { timeout: 300_000 }, () => {
      const partOf = (fault: string): string => fault.slice(0, fault.indexOf(":"));
      const kinds = ["marked", "clean", "amended"] as const;
      const all = schemaFaults([...paths, ...kinds.flatMap(save)]);
      const before = all.slice(0, paths.length).map((faults) => new Set(faults.map(partOf)));
      const found = all.slice(paths.length).flatMap((faults, at) => {
        const i = at % paths.length;
        const kind = kinds[Math.floor(at / paths.length)];
        return faults
          .filter((fault) => !before[i]!.has(partOf(fault)))
          .map((fault) => `${samples[i]} ${kind} ${fault}`);
      });
      const whole = before.filter(({ size }) => size === 0).length;
      console.log(
        `${kinds.length * samples.length} files checked; of ${samples.length} samples ${whole} are valid in every part`,
      );
      expect(whole).toBeGreaterThan(100);
      expect(found).toEqual([]);
    });
  },
);
