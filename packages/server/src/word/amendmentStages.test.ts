import { readText, replaceText, writeText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type Clause, type Text, clause, content, item, languages, plainLines, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import { readDocx, writeMarkedDocx } from "@plenary/formats/docx";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { wordAmendment } from "./amendmentStages.ts";
import { recognise } from "./recognise.ts";
import { silentEdits } from "./silentEdits.ts";
import { withoutEmpty } from "./withoutEmpty.ts";

const published = text("en", [
  clause("number", "RESOLUTION 1 (Rev. Porto, 2023)", { id: "number" }),
  clause("title", "Bridges", { id: "title" }),
  clause("call", "resolves", { id: "resolves" }),
  item("1", "to build ten bridges over the rivers of the north;", { id: "one" }),
  item("2", "to count them every year and to say how many there are;", { id: "two" }),
  item("3", "to paint them blue,", { id: "three" }),
]);

const saying = (from: Text, id: string, words: string): Text => ({
  ...from,
  clauses: from.clauses.map((one) => (one.id === id ? { ...one, content: content(words) } : one)),
});
const options = { author: "Ana", date: "2026-03-01T09:00:00Z" };
const asWord = (base: Text, current: Text) =>
  readDocx(writeMarkedDocx(compare(base, current, { ids: "trusted" }), options), { stages: 10 });
/** What is said, without labels, which follow from structure. */
const words = ({ clauses }: Text): string[] => plainLines(clauses.map(unlabelled));
const unlabelled = (one: Clause): Clause => ({
  ...one,
  label: null,
  rows: one.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, clauses: cell.clauses.map(unlabelled) })),
  })),
});
const lines = ({ clauses }: Text): string[] => plainLines(clauses);

describe("a Word file as an amendment", () => {
  it("has the library's base and ids where nothing was edited silently, and ends in the file's current text", () => {
    const current = saying(published, "one", "to build twelve bridges over the rivers of the north;");
    const amendment = wordAmendment(published, asWord(published, current));
    expect(silentEdits(published, amendment.base)).toEqual([]);
    expect(amendment.base).toEqual(published);
    expect(amendment.current).toEqual(current);
    expect(amendment.stages("leave").map(({ author, text: said }) => [author?.name, said])).toEqual([["Ana", current]]);
  });

  it("leaves silent edits out, but for a clause whose words were tracked at the same place", () => {
    const edited = saying(
      saying(published, "one", "to build eleven bridges over the rivers of the north;"),
      "two",
      "to count them every month and to say how many there are;",
    );
    const current = saying(
      saying(edited, "one", "to build twenty bridges over the rivers of the north;"),
      "three",
      "to paint them green,",
    );
    const amendment = wordAmendment(published, asWord(edited, current));
    expect(silentEdits(published, amendment.base).map(({ label }) => label)).toEqual(["1", "2"]);
    expect(lines(amendment.stages("leave").at(-1)!.text).slice(3)).toEqual([
      "1\tto build twenty bridges over the rivers of the north;",
      "2\tto count them every year and to say how many there are;",
      "3\tto paint them green,",
    ]);
    expect(amendment.stages("take").map(({ author, text: said }) => [author, said])).toEqual([
      [null, amendment.base],
      [{ name: "Ana" }, amendment.current],
    ]);
  });

  it("a clause that was silently added is not in the draft when it is left out", () => {
    const edited = {
      ...published,
      clauses: [
        ...published.clauses,
        clause("paragraph", "An afterthought about lighthouses and ferries.", { id: "x" }),
      ],
    };
    const current = saying(edited, "three", "to paint them green,");
    const amendment = wordAmendment(published, asWord(edited, current));
    const left = lines(amendment.stages("leave").at(-1)!.text);
    expect(left).toEqual(lines(saying(published, "three", "to paint them green,")));
  });

  it("of any text and edit: a draft can be made of it, which ends as the file says, with or without a choice", () => {
    let silent = 0;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...languages)
          .chain(arbitraryText)
          .chain((base) => fc.tuple(fc.constant(base), arbitraryEdit(base))),
        ([base, current]) => {
          const reading = asWord(base, current);
          const amendment = wordAmendment(base, { ...reading, base: withoutEmpty(reading.base) });
          const taken = amendment.stages("take");
          const live = new Y.Doc();
          writeText(live, base);
          for (const { text: said } of taken) replaceText(live, base, withoutEmpty(said));
          expect(words(readText(live, base))).toEqual(words(withoutEmpty(reading.current)));
          const ids = amendment.current.clauses.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          if (silentEdits(base, amendment.base).length > 0) silent += 1;
          else expect(words(amendment.stages("leave").at(-1)?.text ?? base)).toEqual(words(taken.at(-1)!.text));
        },
      ),
      { numRuns: 150 },
    );
    expect(silent).toBeLessThan(100);
  });
});

describe("recognising an edition", () => {
  const other = saying(
    saying(published, "number", "RESOLUTION 2 (Porto, 2023)"),
    "one",
    "to close all roads at night;",
  );
  const editions = [
    { id: "other", text: other },
    { id: "own", text: published },
    { id: "french", text: { ...published, language: "fr" as const } },
  ];

  it("puts the likeliest first and leaves other languages out", () => {
    const current = saying(published, "two", "to count them;");
    expect(recognise(current, editions).map(({ edition }) => edition.id)).toEqual(["own", "other"]);
    expect(recognise(published, editions)[0]).toMatchObject({
      score: 1,
      likeness: 1,
      sameNumber: true,
      sameTitle: true,
    });
  });

  it("is not sure of a text that shares a few words", () => {
    const stranger = text("en", [
      clause("number", "RESOLUTION 1 (Porto, 2023)"),
      clause("title", "Lighthouses at sea"),
    ]);
    expect(recognise(stranger, editions)[0]!.score).toBeLessThan(0.6);
    expect(recognise(stranger, [])).toEqual([]);
  });
});
