import { readFileSync } from "node:fs";
import { compare } from "@plenary/diff";
import { DocxError, readDocx, writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { corpusFile, hasOracle, wordFiles } from "./wordReaders.ts";

const skipped = "(skipped: needs ../shared)";
const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

const bytesOf = (path: string): Uint8Array => readFileSync(corpusFile(path));

/** The samples that are small enough to be mutated many times. */
const samples = hasOracle ? wordFiles("docx").filter((path) => bytesOf(path).length < 60_000) : [];

/** A mutation of a part: where, how long a stretch, and what becomes of it. */
interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly how: "cut" | "double" | "rename" | "empty" | "move" | "large";
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 12 }),
  how: fc.constantFrom("cut", "double", "rename", "empty", "move", "large"),
});

/** The XML with whole tags cut, doubled, renamed, moved, or with other attributes, so that it often still can be read. */
function mutated(xml: string, { at, length, how }: Mutation): string {
  const tags: string[] = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  if (tags.length === 0) return xml;
  const from = at % tags.length;
  const stretch = tags.slice(from, from + length + 1);
  switch (how) {
    case "cut":
      return [...tags.slice(0, from), ...tags.slice(from + stretch.length)].join("");
    case "double":
      return [...tags.slice(0, from), ...stretch, ...tags.slice(from)].join("");
    case "rename":
      return tags.with(from, (tags[from] ?? "").replace(/w:(ins|del|p|r|tc|tr)\b/, "w:moveFrom")).join("");
    case "empty":
      return tags.with(from, (tags[from] ?? "").replaceAll(/="[^"]*"/g, '=""')).join("");
    case "move": {
      const rest = tags.toSpliced(from, stretch.length);
      return rest.toSpliced((at * 7) % Math.max(1, rest.length), 0, ...stretch).join("");
    }
    case "large":
      return tags.with(from, (tags[from] ?? "").replaceAll(/="\d+"/g, '="99999999999"')).join("");
  }
}

describe.skipIf(!hasOracle)(`Word samples mutated, seed ${seed} ${hasOracle ? "" : skipped}`, () => {
  it("byte by byte and cut off are read or refused with a clear error", { timeout: 300_000 }, () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 });
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, fc.nat({ max: 5 }), (sample, changed, cut) => {
        const bytes = Uint8Array.from(bytesOf(sample));
        for (const [at, value] of changed) bytes[at % bytes.length] = value;
        try {
          readDocx(cut === 0 ? bytes.slice(0, (changed[0]?.[0] ?? 0) % bytes.length) : bytes);
        } catch (fault) {
          expect(fault).toBeInstanceOf(DocxError);
          refused += 1;
        }
      }),
      { numRuns: 600, seed },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it("in their parts are refused with a clear error, or read, compared and written", { timeout: 300_000 }, () => {
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
    const counts = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), mutations, (sample, part, changes) => {
        const parts = unzipSync(bytesOf(sample));
        const names = ["word/document.xml", ...Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name))];
        // Half of the mutations are in the main part.
        const name = names[part % 2 === 0 ? 0 : (part >> 1) % names.length] ?? "";
        const xml = changes.reduce(mutated, strFromU8(parts[name] ?? new Uint8Array()));
        const bytes = zipSync({ ...parts, [name]: strToU8(xml) }, { level: 1 });
        try {
          const { base, current } = readDocx(bytes, { stages: 20 });
          readDocx(writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source: bytes }));
          counts.read += 1;
        } catch (fault) {
          expect(fault).toBeInstanceOf(DocxError);
          counts.refused += 1;
        }
      }),
      { numRuns: 300, seed },
    );
    console.log(`fuzz with seed ${seed}: ${JSON.stringify(counts)}`);
    expect(counts.read).toBeGreaterThan(30);
    expect(counts.refused).toBeGreaterThan(10);
  });
});
