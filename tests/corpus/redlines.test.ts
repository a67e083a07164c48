import { existsSync, readFileSync, readdirSync } from "node:fs";
import { type Hunk, accept, compare, diffText, reject } from "@plenary/diff";
import { clause, isLanguage, plainText, text } from "@plenary/document";
import { describe, expect, test } from "vitest";

const shared = new URL("../../../shared/", import.meta.url);
const pairsAt = new URL("corpus/redlines/", shared);
const metricsAt = new URL("tools/redline-bench/lib/metrics.mjs", shared);
const here = existsSync(pairsAt) && existsSync(metricsAt);
if (!here) console.warn("skipped: no ../shared/corpus/redlines and ../shared/tools/redline-bench beside the checkout");

/** Two texts as they were, and the hunks that people, or a model, marked between them. */
interface Pair {
  readonly id: string;
  readonly lang: string;
  readonly base: string;
  readonly amended: string;
  readonly human?: readonly Hunk[];
}

/** What is taken of the bench: how like the marked hunks ours are, from 0 to 1. */
interface Metrics {
  score(ours: readonly Hunk[], marked: readonly Hunk[], base: string, amended: string): { readonly HL: number };
  cuts(
    ours: readonly Hunk[],
    base: string,
    amended: string,
    words: Intl.Segmenter,
  ): { readonly cut: number; readonly mark: number; readonly sur: number };
}

/** A little under what is reached, so that a change that costs quality is seen; docs/quality.md has the numbers. */
const floors: Readonly<Record<string, number>> = {
  human_arxivedits: 0.96,
  human_docx: 0.825,
  human_lwg_standard: 0.835,
  human_wa_legislation: 0.955,
  marked_multilingual: 0.945,
};

function lines<T>(path: string): T[] {
  const all = readFileSync(new URL(path, pairsAt), "utf8").split("\n");
  return all.filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}

const sets = here
  ? readdirSync(pairsAt)
      .filter((name) => name.endsWith(".jsonl"))
      .map((name) => name.slice(0, -6))
  : ["none"];

describe.skipIf(!here).each(sets)("the pairs of %s", (set) => {
  const pairs = here ? lines<Pair>(`${set}.jsonl`) : [];
  const ours = pairs.map(({ base, amended, lang }) => diffText(base, amended, { language: lang }));

  test("[L1] both texts can be read out of every redline", () => {
    expect(pairs.length).toBeGreaterThan(0);
    const side = (hunks: readonly Hunk[], op: string) =>
      hunks.map(([one, said]) => (one === "=" || one === op ? said : "")).join("");
    expect(ours.map((hunks) => side(hunks, "-"))).toEqual(pairs.map(({ base }) => base));
    expect(ours.map((hunks) => side(hunks, "+"))).toEqual(pairs.map(({ amended }) => amended));
  });

  test("[T3] no cluster and no word is cut", async () => {
    const metrics = (await import(metricsAt.href)) as Metrics;
    const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
    const bounds = (said: string) => new Set([...clusters.segment(said)].map(({ index }) => index).concat(said.length));
    const cut: string[] = [];
    for (const [i, { id, lang, base, amended }] of pairs.entries()) {
      const {
        cut: inWord,
        mark,
        sur,
      } = metrics.cuts(ours[i]!, base, amended, new Intl.Segmenter(lang, { granularity: "word" }));
      const inBase = bounds(base);
      const inCurrent = bounds(amended);
      let a = 0;
      let b = 0;
      let split = 0;
      for (const [op, said] of ours[i]!) {
        if (op !== "+" && !inBase.has((a += said.length))) split++;
        if (op !== "-" && !inCurrent.has((b += said.length))) split++;
      }
      if (inWord + mark + sur + split > 0) cut.push(id);
    }
    expect(cut).toEqual([]);
  });

  const floor = floors[set];
  if (floor === undefined) return;
  test("the redline is as near to the marked one as it was", async () => {
    const metrics = (await import(metricsAt.href)) as Metrics;
    const marked = pairs.flatMap(({ human, base, amended }, i) =>
      human ? [metrics.score(ours[i]!, human, base, amended).HL] : [],
    );
    const mean = marked.reduce((sum, one) => sum + one, 0) / marked.length;
    console.log(`${set}: ${mean.toFixed(3)} over ${marked.length} pairs`);
    expect(mean).toBeGreaterThan(floor);
  });
});

describe.skipIf(!here)("the documents whose clauses people aligned", () => {
  interface Aligned {
    readonly id: string;
    readonly lang: string;
    readonly base: readonly string[];
    readonly amended: readonly string[];
    readonly align: readonly (readonly [number, number])[];
  }
  const documents = here ? lines<Aligned>("docs/aligned_human.jsonl") : [];
  const textOf = (lang: string, said: readonly string[]) =>
    text(
      isLanguage(lang) ? lang : "en",
      said.map((one) => clause("paragraph", one)),
    );

  test("[L1] accepting all gives the current text, rejecting all the base", () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const { lang, base, amended } of documents) {
      const redline = compare(textOf(lang, base), textOf(lang, amended));
      expect(plainText(accept(redline))).toBe(plainText(redline.current));
      expect(plainText(reject(redline))).toBe(plainText(redline.base));
    }
  });

  test("[C3] changed clauses are paired as people paired them", () => {
    let right = 0;
    let found = 0;
    let marked = 0;
    for (const { lang, base, amended, align } of documents) {
      const redline = compare(textOf(lang, base), textOf(lang, amended));
      const places = (side: "base" | "current") => new Map(redline[side].clauses.map(({ id }, i) => [id, i]));
      const [inBase, inCurrent] = [places("base"), places("current")];
      const changed = ([i, j]: readonly [number, number]) => base[i] !== amended[j];
      const wanted = new Set(align.filter(changed).map(String));
      const pairs = redline.clauses.flatMap((entry): (readonly [number, number])[] =>
        entry.base && entry.current && entry.move !== "from"
          ? [[inBase.get(entry.base.id)!, inCurrent.get(entry.current.id)!]]
          : [],
      );
      const got = pairs.filter(changed).map(String);
      marked += wanted.size;
      found += got.length;
      right += got.filter((one) => wanted.has(one)).length;
    }
    console.log(`pairs: ${right} right of ${found} found and ${marked} marked`);
    expect((2 * right) / (found + marked)).toBeGreaterThan(0.938);
  });
});
