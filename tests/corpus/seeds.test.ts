import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { plainLines } from "@plenary/document";
import { outline, readText } from "@plenary/formats/text";
import { describe, expect, test } from "vitest";

const corpus = resolve(import.meta.dirname, "../../../shared/corpus");
const seeds = join(corpus, "seeds");
const there = existsSync(join(seeds, "outlines.json"));
if (!there) console.log(`SKIPPED: the corpus is not at ${corpus}; nothing is compared with it.`);

/** Where something stood in the file, and prose about it: not part of an outline. */
const aside = /^(lines?|.*_lines?|file|document_type|traps|note|logical_sublists)$/;
/** Figures that only a comparison with the base text tells; the import keeps the flattened text. */
const ofTheRedline = new Set([
  "base_items",
  "amended_items",
  "paragraphs_base",
  "paragraphs_amended",
  "changed_paragraphs",
  "deletions",
  "insertions",
  "whole_paragraph_deletions",
  "whole_paragraph_insertions",
  "label_changes",
]);

describe.skipIf(!there)("an import of a seed has the outline that people read in it", () => {
  const outlines = there ? record(JSON.parse(readFileSync(join(seeds, "outlines.json"), "utf8"))) : {};
  const files = there ? readdirSync(seeds).filter((file) => file.endsWith(".txt")) : [];

  test("there is one for every seed", () => {
    expect(files.map((name) => name.slice(0, 3))).toEqual(Object.keys(outlines));
  });

  test.each(files)("%s", (name) => {
    const wanted = outlines[name.slice(0, 3)];
    const found = outline(readText(readFileSync(join(seeds, name), "utf8"), { name }));
    const expected = kept(wanted, found);
    expect(subset(found, expected)).toEqual(expected);
    expect(figures(expected)).toBeGreaterThan(15);
  });
});

describe.skipIf(!there)("an import of a gold text keeps its lines", () => {
  for (const language of ["zh", "en"]) {
    for (const side of ["base", "amended"]) {
      test(`${side}.${language}`, () => {
        const source = readFileSync(join(corpus, "gold", language, `${side}.${language}.txt`), "utf8");
        const { text, notes } = readText(source);
        expect(plainLines(text.clauses)).toEqual(source.trimEnd().split("\n"));
        expect(text.language).toBe(language);
        expect(notes).toEqual([]);
      });
    }
  }
});

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("outlines.json holds no object");
  return Object.fromEntries(Object.entries(value));
}

/** The expected outline without what stands aside. Lists of line numbers are compared by their length. */
function kept(value: unknown, found: unknown): unknown {
  if (Array.isArray(value)) return value.map((each, i) => kept(each, Array.isArray(found) ? found[i] : undefined));
  if (typeof value !== "object" || value === null) return value;
  const other = typeof found === "object" && found !== null ? record(found) : {};
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    if (aside.test(key) || ofTheRedline.has(key)) return [];
    // The purpose of a table is a reader's word; only the boxes of initiatives are a kind of their own.
    if (key === "kind" && typeof each === "string" && each.startsWith("list of")) return [];
    if (key === "lists" && typeof each === "object" && !Array.isArray(each)) return [];
    return [[key, kept(each, other[key])]];
  });
  return Object.fromEntries(entries);
}

/** What `found` has of the keys of `wanted`. */
function subset(found: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted)) return Array.isArray(found) ? found.map((each, i) => subset(each, wanted[i])) : found;
  if (typeof wanted !== "object" || wanted === null || typeof found !== "object" || found === null) return found;
  const given = record(found);
  return Object.fromEntries(Object.entries(wanted).map(([key, each]) => [key, subset(given[key], each)]));
}

function figures(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, each) => sum + figures(each), 0);
}
