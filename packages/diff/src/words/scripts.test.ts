import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffText } from "./diffText.ts";

const scripts: Readonly<Record<string, readonly string[]>> = {
  en: [
    "the",
    "Union",
    "e-health",
    "section(s)",
    "and/or",
    "9.94A.030",
    "1\u00a0000",
    "(37)",
    "f)",
    "café",
    "cafe\u0301",
  ],
  fr: ["l’Union", "décide", "«\u00a0plan\u00a0»", "no\u00a0118", "qu'il", "n°", "1\u202f000", "bis"],
  es: ["¿qué?", "niño", "año", "resolución", "1.000,50", "art.º"],
  ru: ["и\u0306", "резолюция", "65-ФЗ", "а)", "№ 71", "ёлка", "«план»"],
  ar: [
    "المُبَلِّغ",
    "المبلغ",
    "أ )",
    "ﻫ )",
    "\u200fب)",
    "وبالتالي",
    "٢٠١٨",
    "\u0600٧١",
    "؛",
    "،",
    "كتابُ",
    "كتابِ",
    "لا",
    "ـ",
  ],
  zh: ["第十五条", "（2017年，", "布宜诺斯艾利斯）", "、", "国际电联", "𠮷野家", "「", "葛\u{e0100}城市", "2022年"],
  ja: ["ガイド", "か\u3099", "について", "々", "ー"],
  ko: ["대한민국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "결의", "제3조"],
  hi: ["क्षि", "प्रस्ताव", "हिन्दी", "श्री", "१२३", "।", "क\u094d\u200dष"],
  th: ["ที่ประชุม", "กำหนด", "น้ำ", "ນ້ຳ", "๑๒"],
  emoji: ["👩‍👩‍👧", "🇫🇷🇩🇪", "👍🏽", "1️⃣", "😀", "𝐀𝐛", "𐐷𐐲", "\ud83d", "\udc00"],
  signs: [
    " ",
    " ",
    "\u00a0",
    "\u200e",
    "\u200f",
    "\u200b",
    "\u00ad",
    "\t",
    "\r\n",
    "\u2028",
    "\ufffc",
    ".",
    ";",
    "-",
    "–",
    "‑",
    '"',
    "\u0301",
    "\ufeff",
  ],
};

const piece = fc.constantFrom(...Object.values(scripts).flat());
const separator = fc.constantFrom(" ", " ", " ", "", "\u00a0", "\u200f", ", ");
const wordy = fc.array(fc.tuple(piece, separator), { maxLength: 24 });
/** Words that go, words that come, and units that go, so that edits fall inside words and clusters too. */
const edit = fc.record({ at: fc.nat(24), gone: fc.nat(4), come: wordy, cut: fc.nat(200), units: fc.nat(2) });
/** Pairs at which an earlier scanner cut a cluster or a word. */
const pinned: readonly [string, string][] = [
  ["𐐷𐐲 ", "\udc37𐐲 "],
  ["が (37) 葛\u{e0100}城市 ", "が (37) \u{e0100}城市 "],
  ["the 👍🏽 กำหนด ", "the 👍🏽ำหนด "],
  ["the ", "٢٠١٨\u0301the "],
  ["1\ufe0f\u20e3 1\u00a0000 ", "1\ufe0f1\u00a0000 "],
  ["¿qué?\u0600٧١ ", "¿qué?\u0600 "],
  ["the👍🏽 ", "the🏽 "],
  ["، ガイド กำหนด ", "، ガイドำหนด "],
];

const language = fc.constantFrom("en", "fr", "es", "ru", "ar", "zh", "ja", "ko", "hi", "th", "de");

type Words = readonly (readonly [string, string])[];
const join = (words: Words) => words.map(([word, space]) => word + space).join("");

const pair = fc.tuple(wordy, fc.array(edit, { maxLength: 4 })).map(([base, edits]) => {
  const words: (readonly [string, string])[] = [...base];
  for (const { at, gone, come } of edits) words.splice(at, gone, ...come.slice(0, 3));
  let current = join(words);
  for (const { cut, units } of edits) current = current.slice(0, cut) + current.slice(cut + units);
  return [join(base), current] as const;
});

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Where hunks begin and end in both strings. */
function cuts(base: string, current: string, hunks: ReturnType<typeof diffText>): (readonly [string, number])[] {
  const out: (readonly [string, number])[] = [];
  let a = 0;
  let b = 0;
  for (const [op, said] of hunks) {
    if (op !== "+") out.push([base, a], [base, (a += said.length)]);
    if (op !== "-") out.push([current, b], [current, (b += said.length)]);
  }
  return out;
}

/** Whether a letter or digit with its marks stands before the place and another after it; a keycap is an emoji. */
function insideWord(text: string, at: number): boolean {
  const before = /[\p{L}\p{N}]\p{M}*$/u.exec(text.slice(0, at))?.[0] ?? "\u20e3";
  const after = /^[\p{L}\p{N}]/u.exec(text.slice(at))?.[0];
  return after !== undefined && !before.endsWith("\u20e3") && !dense.test(before) && !dense.test(after);
}

describe("the redline of two strings in any script", () => {
  test("[L1] joins to both", () => {
    fc.assert(
      fc.property(pair, language, ([base, current], language) => {
        const hunks = diffText(base, current, { language });
        const side = (op: string) => hunks.map(([one, said]) => (one === "=" || one === op ? said : "")).join("");
        expect(side("-")).toBe(base);
        expect(side("+")).toBe(current);
      }),
      { numRuns: 1000 },
    );
  });

  test("[L2] is nothing but kept text when they are equal", () => {
    fc.assert(
      fc.property(wordy, language, (words, language) => {
        const said = join(words);
        expect(diffText(said, said, { language })).toEqual(said === "" ? [] : [["=", said]]);
      }),
    );
  });

  test("[T3] never cuts a cluster, nor a word between letters, marks and digits", () => {
    fc.assert(
      fc.property(pair, language, ([base, current], language) => {
        const bounds = new Map(
          [base, current].map((said) => [
            said,
            new Set([...clusters.segment(said)].map(({ index }) => index).concat(said.length)),
          ]),
        );
        for (const [said, at] of cuts(base, current, diffText(base, current, { language }))) {
          expect([said, at, bounds.get(said)!.has(at)]).toEqual([said, at, true]);
          expect([said, at, insideWord(said, at)]).toEqual([said, at, false]);
        }
      }),
      { numRuns: 1000, examples: pinned.map((pair): [typeof pair, "en"] => [pair, "en"]) },
    );
  });
});
