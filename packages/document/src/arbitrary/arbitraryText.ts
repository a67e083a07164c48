import * as fc from "fast-check";
import { anchor, clause, content, item, lineBreak, run, table, text } from "../build.ts";
import type { Clause, Text } from "../clause.ts";
import { type Content, type Inline, marks } from "../inline.ts";
import type { Language } from "../language.ts";
import { labelRows, space, words } from "./words.ts";

/** A run of words of the language, never empty. */
export function arbitraryWords(language: Language): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words[language]), { minLength: 1, maxLength: 10 })
    .map((said) => said.join(space(language)));
}

/** A content in normal form: words with marks, now and then a line break; never empty. */
export function arbitraryContent(language: Language): fc.Arbitrary<Content> {
  const piece: fc.Arbitrary<Inline> = fc
    .tuple(arbitraryWords(language), fc.option(fc.constantFrom(...marks), { freq: 4 }))
    .map(([said, mark]) => (mark === null ? run(said) : run(said, mark)));
  const between = fc.constantFrom<readonly Inline[]>([run(" ")], [run(" ")], [lineBreak()]);
  return fc
    .tuple(piece, fc.array(fc.tuple(between, piece), { maxLength: 2 }))
    .map(([first, rest]) => content(first, ...rest.flatMap(([gap, next]) => [...gap, next])));
}

/** A text of a few lists with calls, headings, paragraphs, a table and a footnote; its ids are unique. */
export function arbitraryText(language: Language): fc.Arbitrary<Text> {
  const section = fc.oneof(
    { weight: 5, arbitrary: arbitraryList(language) },
    { weight: 1, arbitrary: arbitraryContent(language).map((said) => [clause("paragraph", said)]) },
    { weight: 1, arbitrary: arbitraryContent(language).map((said) => [clause("heading", said)]) },
    { weight: 1, arbitrary: arbitraryTable(language) },
  );
  const place = fc.constantFrom<readonly [level: number, label: string]>([0, "1"], [0, "1"], [1, "i"]);
  return fc
    .tuple(fc.array(section, { minLength: 1, maxLength: 5 }), fc.option(arbitraryContent(language)), place)
    .map(([sections, note, where]) => text(language, withFootnote(sections.flat(), note, where)));
}

function arbitraryList(language: Language): fc.Arbitrary<Clause[]> {
  return fc
    .record({
      call: fc.option(arbitraryWords(language)),
      labels: fc.constantFrom(...labelRows[language]),
      level: fc.constantFrom(0, 0, 0, 1),
      items: fc.array(arbitraryContent(language), { minLength: 1, maxLength: 6 }),
    })
    .map(({ call, labels, level, items }) => [
      ...(call === null ? [] : [clause("call", call)]),
      ...items.map((said, i) => item(labels[i] ?? "–", said, { level })),
    ]);
}

function arbitraryTable(language: Language): fc.Arbitrary<Clause[]> {
  const cell = fc.oneof(arbitraryWords(language), fc.constant(""), arbitraryList(language));
  return fc
    .array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((rows) => [table(rows)]);
}

function withFootnote(
  clauses: readonly Clause[],
  note: Content | null,
  [level, label]: readonly [level: number, label: string],
): readonly Clause[] {
  const at = clauses.findIndex((each) => each.kind !== "table");
  const holder = clauses[at];
  if (note === null || !holder) return clauses;
  const anchored = { ...holder, content: content(...holder.content, anchor("f1")) };
  return [...clauses.with(at, anchored), clause("footnote", note, { id: "f1", level, label })];
}
