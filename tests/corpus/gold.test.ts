import { existsSync, readFileSync } from "node:fs";
import { type Hunk, accept, compare, paragraphs, reject } from "@plenary/diff";
import { type Language, type Text, clause, item, plainText, text } from "@plenary/document";
import { describe, expect, test } from "vitest";

const gold = new URL("../../../shared/corpus/gold/", import.meta.url);
const here = existsSync(gold);
if (!here) console.warn("skipped: no ../shared/corpus/gold beside the checkout");

/** A hunk that the people who read the paper could not be sure of: either form is right. */
interface Meta {
  readonly paragraphs: readonly {
    readonly uncertain_hunks: Readonly<Record<string, unknown>>;
    readonly uncertain_unchanged: unknown;
  }[];
}

function read(path: string): string {
  return readFileSync(new URL(path, gold), "utf8");
}

function textOf(language: Language, source: string): Text {
  const lines = source.split("\n").filter((line) => line !== "");
  return text(
    language,
    lines.map((line) => {
      const tab = line.indexOf("\t");
      return tab < 0 ? clause("paragraph", line) : item(line.slice(0, tab), line.slice(tab + 1));
    }),
  );
}

describe.skipIf(!here).each(["zh", "en"] as const)("the gold amendment in %s", (language) => {
  test("every redline hunk is the human one", () => {
    const base = textOf(language, read(`${language}/base.${language}.txt`));
    const current = textOf(language, read(`${language}/amended.${language}.txt`));
    const redline = compare(base, current);
    expect(plainText(accept(redline))).toBe(plainText(current));
    expect(plainText(reject(redline))).toBe(plainText(base));

    const human = JSON.parse(read(`${language}/hunks.json`)) as Hunk[][];
    const meta = JSON.parse(read("zh/hunks.meta.json")) as Meta;
    const ours = paragraphs(redline).map(({ hunks }) => hunks);
    expect(ours).toHaveLength(human.length);
    const differing = human.flatMap((hunks, i) =>
      JSON.stringify(hunks) === JSON.stringify(ours[i]) ? [] : [{ i, hunks, ours: ours[i] ?? [] }],
    );
    console.log(`gold ${language}: ${human.length - differing.length} of ${human.length} paragraphs equal`);
    for (const { i, hunks, ours } of differing) {
      const about = meta.paragraphs[i];
      // A whole paragraph that may or may not be the group's own is right either way.
      if (about !== undefined && about.uncertain_unchanged !== null) continue;
      const unsure = new Set(Object.keys(about?.uncertain_hunks ?? {}).map(Number));
      const certain = hunks.filter(
        ([op], at) => op !== "=" && ![at - 1, at, at + 1].some((near) => unsure.has(near) && hunks[near]?.[0] !== "="),
      );
      expect([i, unsure.size > 0, ours.map(([op]) => op)]).toEqual([i, true, hunks.map(([op]) => op)]);
      expect(ours).toEqual(expect.arrayContaining(certain));
    }
  });
});
