import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { accept, compare, reject } from "@plenary/diff";
import { type Text, flatten, languages, plainText } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import { type AknReading, readAkn, writeAkn, writeMarkedAkn } from "@plenary/formats/akn";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusFile, saveFiles } from "./wordReaders.ts";

const acts = corpusFile("itu/pp18-final-acts.en.akn.xml");
const schema = corpusFile("../tools/schemas/akn-os2018/akomantoso30.xsd");
const hasActs = existsSync(acts);
const hasSchema = hasActs && existsSync(schema) && canLint();
const skipped = "(skipped: needs ../shared and xmllint)";

let read: AknReading | null = null;
function reading(): AknReading {
  return (read ??= readAkn(readFileSync(acts, "utf8")));
}

/** The statements of the file as it stands, by a regular expression. */
function statements(): string[] {
  return readFileSync(acts, "utf8").match(/<statement\b[^]*?<\/statement>/g) ?? [];
}

const words = (said: string): string[] => said.split(/\s+/).filter((word) => word !== "");

/** All words of a statement in their order: tags away, entities resolved. */
function wordsOf(statement: string): string[] {
  const said = statement
    .replace(/<meta>[^]*?<\/meta>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
    );
  return words(said);
}

function count(source: string, pattern: RegExp): number {
  return [...source.matchAll(pattern)].length;
}

describe.skipIf(!hasActs)(`The 64 texts of the PP-18 final acts ${hasActs ? "" : skipped}`, () => {
  it("are all read, each with its number, title and enacting clause", () => {
    const { texts, amendments } = reading();
    expect(texts.length).toBe(64);
    expect(amendments).toEqual([]);
    expect(new Set(texts.map(({ number }) => number)).size).toBe(64);
    for (const { name, number, text } of texts) {
      expect(number).toMatch(/^(RESOLUTION|DECISION|RECOMMENDATION) \d+ \((REV\. )?DUBAI, 2018\)$/);
      expect(name.length).toBeGreaterThan(3);
      const kinds = text.clauses.map(({ kind }) => kind);
      expect(kinds.slice(0, 4)).toEqual(["number", "title", "opening", "call"]);
      expect(text.language).toBe("en");
    }
  });

  it("keep every word of the source, in its order", () => {
    const sources = statements();
    expect(sources.length).toBe(64);
    for (const [i, { text }] of reading().texts.entries()) expect(words(plainText(text))).toEqual(wordsOf(sources[i]!));
  });

  it("have the calls and items that the source has, and those that were glued to others", () => {
    const mended = (number: string, kind: string): number =>
      reading().notes.filter((note) => note.text === number && note.kind === kind).length;
    let calls = 0;
    let items = 0;
    for (const [i, { number, text }] of reading().texts.entries()) {
      const source = statements()[i]!;
      const kinds = text.clauses.map(({ kind }) => kind);
      const called = kinds.filter((kind) => kind === "call").length;
      const listed = kinds.filter((kind) => kind === "item").length;
      expect(called, `calls of ${number}`).toBe(count(source, /<intro>|<heading>/g) + mended(number, "call"));
      expect(listed, `items of ${number}`).toBe(
        count(source, /<num>/g) + mended(number, "label") + mended(number, "item"),
      );
      calls += called;
      items += listed;
    }
    const kinds = Object.groupBy(reading().notes, ({ kind }) => kind);
    const notes = Object.entries(kinds).map(([kind, given]) => `${given.length} ${kind}`);
    process.stdout.write(`64 texts: ${calls} calls, ${items} items; notes: ${notes.join(", ")}\n`);
    expect(calls).toBeGreaterThan(440);
    expect(items).toBeGreaterThan(2198);
  });

  it("mend what is glued where it is plain", () => {
    const decision = reading().texts[0]!.text.clauses.map(({ kind, label, content }) => [
      kind,
      label,
      flatten(content),
    ]);
    expect(decision).toContainEqual([
      "call",
      null,
      "instructs the Secretary-General, with the assistance of the Coordination Committee",
    ]);
    expect(decision).toContainEqual(["annexNumber", null, "ANNEX 1 TO DECISION 5 (REV. DUBAI, 2018)"]);
    expect(decision[4]).toEqual([
      "item",
      "a)",
      expect.stringMatching(/^the strategic plan of the Union for 2020-2023/),
    ]);
  });

  it("are the same after writing and reading, and after amendments at random", () => {
    for (const { text, number } of reading().texts) {
      expect(readAkn(writeAkn(text)).texts, `text ${number}`).toEqual([{ number, name: expect.any(String), text }]);
      for (const current of fc.sample(arbitraryEdit(text), { numRuns: 4, seed: 18 })) {
        const redline = compare(text, current, { ids: "trusted" });
        const [amendment] = readAkn(writeMarkedAkn(redline)).amendments;
        expect(amendment).toMatchObject({ base: text, current });
        expect(amendment).toMatchObject({ base: reject(redline), current: accept(redline) });
      }
    }
  });

  it("give the two texts of any pair compared as editions of each other", () => {
    const { texts } = reading();
    for (let i = 0; i + 1 < texts.length; i += 2) {
      const redline = compare(texts[i]!.text, texts[i + 1]!.text);
      const [amendment] = readAkn(writeMarkedAkn(redline)).amendments;
      expect(amendment).toMatchObject({ base: texts[i]!.text, current: accept(redline) });
      expect(plainText(amendment!.current)).toBe(plainText(texts[i + 1]!.text));
    }
  });
});

describe.skipIf(!hasSchema)(`Akoma Ntoso before the OASIS schema ${hasSchema ? "" : skipped}`, () => {
  it("is valid: the 64 texts, amendments of them, and random texts and amendments in six languages", () => {
    const random = (base: Text): Text => fc.sample(arbitraryEdit(base), { numRuns: 1, seed: 30 })[0]!;
    const made = languages.flatMap((language) => fc.sample(arbitraryText(language), { numRuns: 12, seed: 3 }));
    const bases = [...reading().texts.map(({ text }) => text), ...made];
    const files = bases.flatMap((base) => {
      const redline = compare(base, random(base), { ids: "trusted" });
      const [from, to] = [base, { language: base.language, clauses: [] }];
      const whole = [compare(from, to), compare(to, from)].map((each) => writeMarkedAkn(each));
      return [
        writeAkn(base),
        writeMarkedAkn(redline, { number: "IAP/1/1", title: "A & B", author: "IAP" }),
        ...(made.includes(base) ? whole : []),
      ];
    });
    expect(faults(files)).toEqual([]);
    process.stdout.write(`${files.length} files are valid against the OASIS schema\n`);
  });

  it("is not valid when two elements have one eId, so that the check can fail", () => {
    const xml = writeAkn(reading().texts[0]!.text).replace('eId="preamble"', 'eId="body"');
    expect(faults([xml])).not.toEqual([]);
  });
});

function faults(files: readonly string[]): string[] {
  const paths = saveFiles(files.map((file) => new TextEncoder().encode(file)));
  try {
    execFileSync("xmllint", ["--noout", "--nonet", "--schema", schema, ...paths], {
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: 1 << 28,
    });
    return [];
  } catch (error) {
    const said = String(Reflect.get(Object(error), "stderr"));
    return said.split("\n").filter((line) => line !== "" && !line.endsWith(" validates"));
  }
}

function canLint(): boolean {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
