import { readFileSync } from "node:fs";
import { accept, compare, reject } from "@plenary/diff";
import { DocxError, readDocx } from "@plenary/formats/docx";
import { paragraphLines } from "@plenary/formats/text";
import fc from "fast-check";
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

  it("damaged in any way are read or refused with a clear error", { timeout: 120_000 }, () => {
    const samples = [...wordFiles("docx/revtracking"), ...wordFiles("docx/wc")].map((path) =>
      readFileSync(corpusFile(path)),
    );
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 });
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, fc.nat({ max: 5 }), (sample, changed, cut) => {
        const bytes = Uint8Array.from(sample);
        for (const [at, value] of changed) bytes[at % bytes.length] = value;
        try {
          readDocx(cut === 0 ? bytes.slice(0, (changed[0]?.[0] ?? 0) % bytes.length) : bytes);
        } catch (fault) {
          expect(fault).toBeInstanceOf(DocxError);
          refused += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(100);
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
