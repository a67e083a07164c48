import { readFileSync } from "node:fs";
import { accept, compare, reject } from "@plenary/diff";
import { readDocx } from "@plenary/formats/docx";
import { paragraphLines } from "@plenary/formats/text";
import { describe, expect, it } from "vitest";
import { type OracleReport, askOracle, corpusFile, hasOracle, wordFiles } from "./wordReaders.ts";

interface Row {
  readonly sample: string;
  readonly accept: string;
  readonly reject: string;
  readonly mended: boolean;
  readonly changes: string;
  readonly laws: string;
}

describe.skipIf(!hasOracle)(`Word files read ${hasOracle ? "" : "(skipped: needs ../shared and python3)"}`, () => {
  it("give the independent reader's two texts and its changes, for every sample", { timeout: 300_000 }, () => {
    const samples = hasOracle ? [...wordFiles("docx"), ...wordFiles("itu")] : [];
    const verdicts = askOracle(samples.map(corpusFile));
    const rows = samples.map((sample, i) => agreement(sample, verdicts[i]!));
    const count = (passes: (row: Row) => boolean): number => rows.filter(passes).length;
    const totals = {
      accept: count((row) => row.accept === "equal"),
      reject: count((row) => row.reject === "equal"),
      changes: count((row) => !row.changes.includes("≠")),
      laws: count((row) => row.laws === "hold"),
    };
    for (const row of rows) {
      const mended = row.mended ? "independent reader mended" : "";
      console.log([row.sample, row.accept, row.reject, row.changes, row.laws, mended].join("\t").trimEnd());
    }
    console.log(`of ${rows.length}: ${JSON.stringify(totals)}`);
    expect(rows.length).toBeGreaterThan(100);
    const all = rows.length;
    expect(totals).toEqual({ accept: all, reject: all, changes: all, laws: all });
  });
});

function agreement(sample: string, verdict: OracleReport): Row {
  try {
    const read = readDocx(readFileSync(corpusFile(sample)), { numbering: "typed" });
    const redline = compare(read.base, read.current, { ids: "trusted" });
    const hold =
      JSON.stringify(accept(redline)) === JSON.stringify(read.current) &&
      JSON.stringify(reject(redline)) === JSON.stringify(read.base);
    const counted = read.changes.length;
    return {
      sample,
      accept: difference(paragraphLines(read.current), verdict.accept),
      reject: difference(paragraphLines(read.base), verdict.reject),
      mended: verdict.mended,
      changes: counted === verdict.changes.length ? String(counted) : `${counted} ≠ ${verdict.changes.length}`,
      laws: hold ? "hold" : "broken",
    };
  } catch (fault) {
    const said = String(fault);
    return { sample, accept: said, reject: said, changes: "≠", laws: "–", mended: verdict.mended };
  }
}

function difference(found: readonly string[], wanted: readonly string[]): string {
  const one = found.join("\n").split("\n");
  const other = wanted.join("\n").split("\n");
  const at = one.findIndex((line, i) => line !== other[i]);
  if (at < 0 && one.length === other.length) return "equal";
  const line = at < 0 ? one.length : at;
  return `line ${line + 1}: ${JSON.stringify(one[line] ?? null)} for ${JSON.stringify(other[line] ?? null)}`;
}
