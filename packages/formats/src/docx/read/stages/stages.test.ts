import { plainLines } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../readDocx.ts";
import { p, r, tinyWordFile } from "../testing/wordPackage.ts";

const tracked = (type: "ins" | "del", words: string, author: string, date: string): string => {
  const inside = type === "ins" ? r(words) : `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;
  return `<w:${type} w:id="1" w:author="${author}" w:date="${date}">${inside}</w:${type}>`;
};
const marked = (type: "ins" | "del", author: string, date: string): string =>
  `<w:rPr><w:${type} w:id="1" w:author="${author}" w:date="${date}"/></w:rPr>`;
const read = (body: string, stages = 50) => readDocx(tinyWordFile({ body }), { stages });
const [first, second, third] = ["2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z"] as const;

describe("the stages of a tracked Word file", () => {
  it("add one author's changes after the other's, the oldest first", () => {
    const body =
      p(
        `${r("to build ")}${tracked("del", "ten", "Ana", second)}${tracked("ins", "twelve", "Ana", second)}${r(" bridges")}`,
      ) +
      p(tracked("ins", "to count them", "Bo", first), marked("ins", "Bo", first)) +
      p(r("to paint them"));
    const { stages, base, current } = read(body);
    expect(stages.map(({ author, date }) => [author, date])).toEqual([
      ["Bo", first],
      ["Ana", second],
    ]);
    expect(plainLines(base.clauses)).toEqual(["to build ten bridges", "to paint them"]);
    expect(plainLines(stages[0]!.text.clauses)).toEqual(["to build ten bridges", "to count them", "to paint them"]);
    expect(stages[1]!.text).toEqual(current);
    expect(stages[0]!.text.clauses.map(({ id }) => id)).toEqual(current.clauses.map(({ id }) => id));
  });

  it("let one author delete what another inserted", () => {
    const nested = `<w:ins w:id="1" w:author="Ana" w:date="${first}"><w:del w:id="2" w:author="Bo" w:date="${second}"><w:r><w:delText>new </w:delText></w:r></w:del></w:ins>`;
    const { stages, base } = read(p(`${r("the ")}${nested}${r("bridge")}`));
    expect(plainLines(base.clauses)).toEqual(["the bridge"]);
    expect(stages.map(({ text }) => plainLines(text.clauses)[0])).toEqual(["the new bridge", "the bridge"]);
  });

  it("split and join paragraphs by whose mark it is", () => {
    const body = p(r("one "), marked("del", "Ana", first)) + p(r("two"), marked("ins", "Bo", second)) + p(r("three"));
    const { stages, base } = read(body);
    expect(plainLines(base.clauses)).toEqual(["one ", "twothree"]);
    expect(stages.map(({ text }) => plainLines(text.clauses))).toEqual([["one twothree"], ["one two", "three"]]);
  });

  it("are as few as was asked: neighbours of one author are one, then all of an author", () => {
    const body = p(
      [
        tracked("ins", "a", "Ana", first),
        tracked("ins", "b", "Ana", second),
        tracked("ins", "c", "Bo", third),
        tracked("ins", "d", "Ana", "2026-03-04T09:00:00Z"),
      ].join(""),
    );
    expect(read(body, 4).stages.map(({ text }) => plainLines(text.clauses)[0])).toEqual(["a", "ab", "abc", "abcd"]);
    expect(read(body, 3).stages.map(({ author, date }) => [author, date])).toEqual([
      ["Ana", second],
      ["Bo", third],
      ["Ana", "2026-03-04T09:00:00Z"],
    ]);
    expect(read(body, 2).stages.map(({ text }) => plainLines(text.clauses)[0])).toEqual(["abd", "abcd"]);
  });

  it("end in the current text, with ids used once, whatever is tracked", () => {
    const author = fc.constantFrom("Ana", "Bo", "Cy");
    const date = fc.constantFrom(first, second, third);
    const piece = fc.oneof(
      fc.constantFrom("one ", "two ", "three ").map((words) => r(words)),
      fc
        .tuple(fc.constantFrom("ins" as const, "del" as const), fc.constantFrom("x ", "yy "), author, date)
        .map(([type, words, who, when]) => tracked(type, words, who, when)),
    );
    const mark = fc.option(fc.tuple(fc.constantFrom("ins" as const, "del" as const), author, date), { nil: null });
    const paragraph = fc
      .tuple(fc.array(piece, { maxLength: 4 }), mark)
      .map(([pieces, tracking]) => p(pieces.join(""), tracking ? marked(...tracking) : ""));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const { stages, base, current, changes } = read(paragraphs.join(""));
        expect(stages.length > 0).toBe(changes.length > 0);
        expect(stages.at(-1)?.text ?? current).toEqual(current);
        for (const { text } of [{ text: base }, ...stages]) {
          const ids = text.clauses.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });
});
