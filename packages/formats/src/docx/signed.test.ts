import { type Redline, compare } from "@plenary/diff";
import { type Clause, type Text, clause, item, run, text } from "@plenary/document";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { p, r, tinyWordFile } from "./read/testing/wordPackage.ts";
import { readDocx } from "./readDocx.ts";
import { type DocxOptions, writeDocx, writeMarkedDocx } from "./writeDocx.ts";

const options: DocxOptions = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const base = text("en", [
  clause("paragraph", "one two three four five six seven", { id: "a" }),
  item("a)", "to go", { id: "b" }),
  clause("paragraph", "end", { id: "c" }),
]);
const current: Text = {
  ...base,
  clauses: [
    clause("paragraph", "one TWO three four five SIX seven", { id: "a" }),
    clause("paragraph", "new clause", { id: "n" }),
    base.clauses[2]!,
  ],
};
const redline: Redline = compare(base, current, { ids: "trusted" });
const people = new Map([
  ["TWO", { person: "Ana", group: "IAP", date: "2026-04-01T08:00:00" }],
  ["new clause", { person: null, group: "APT", date: "2026-05-01T08:00:00Z" }],
]);
const authorOf: DocxOptions["authorOf"] = (change) => people.get(change.inserted.trim()) ?? null;

const signed = (more: Partial<DocxOptions>) =>
  readDocx(writeMarkedDocx(redline, { ...options, authorOf, ...more })).changes.map(({ words, author, date }) => ({
    words,
    author,
    date,
  }));

describe("who made a change", () => {
  it("signs it by group and person, with the date as it was given", () => {
    const found = signed({ authors: "group-and-person" });
    expect(found).toContainEqual({ words: "TWO", author: "IAP – Ana", date: "2026-04-01T08:00:00" });
    expect(found).toContainEqual({ words: "new clause", author: "APT", date: "2026-05-01T08:00:00Z" });
    expect(found).toContainEqual({ words: "SIX", author: "EUR", date: "2026-03-01T12:00:00Z" });
    expect(found.filter(({ author }) => author === "APT").map(({ words }) => words)).toContain("¶");
  });

  it("signs another kind of any paragraph, the last one and one before an added one too", () => {
    const call = (id: string, words: string): Clause => clause("call", words, { id });
    const paragraphs = text(
      "en",
      ["a", "b", "c", "d"].map((id) => clause("paragraph", `about ${id}`, { id })),
    );
    const [, b, , d] = paragraphs.clauses;
    const calls = {
      ...paragraphs,
      clauses: [b!, call("c", "about c and more"), call("n", "new"), { ...d!, kind: "call" as const }],
    };
    const file = writeMarkedDocx(compare(paragraphs, calls, { ids: "trusted" }), {
      ...options,
      authorOf: ({ clause: id }) => ({ person: null, group: `of ${id}`, date: options.date }),
    });
    const restyled = readDocx(file).changes.filter(({ type }) => type === "pPrChange");
    expect(restyled.map(({ author }) => author)).toEqual(["of n", "of d"]);
  });

  it("is the group alone unless asked for", () => {
    expect(signed({})).toContainEqual({ words: "TWO", author: "IAP", date: "2026-04-01T08:00:00" });
    const file = writeMarkedDocx(redline, { ...options, authorOf });
    expect(
      Object.values(unzipSync(file))
        .map((part) => strFromU8(part))
        .join(""),
    ).not.toContain("Ana");
  });

  it("is nobody at no time, if so asked", () => {
    for (const change of signed({ authors: "none" })) expect(change).toMatchObject({ author: "Author", date: null });
    const file = writeMarkedDocx(redline, { ...options, authorOf, authors: "none" });
    expect(
      Object.values(unzipSync(file))
        .map((part) => strFromU8(part))
        .join(""),
    ).not.toMatch(/Ana|IAP|APT|EUR/);
  });
});

describe("comments", () => {
  const comment = {
    author: "Ana",
    date: "2026-04-01T08:00:00Z",
    answers: null,
    resolved: false,
    side: "current",
  } as const;
  const comments = [
    { ...comment, id: "0", words: "why?\nsecond line", clause: "a", from: 4, to: 7 },
    { ...comment, id: "1", words: "because", author: "Bo", answers: "0", resolved: true, clause: "a", from: 4, to: 7 },
    { ...comment, id: "2", words: "gone", side: "base", clause: "b", from: 0, to: 5 } as const,
  ];

  it("come back with their answers, authors and places", () => {
    const read = readDocx(writeMarkedDocx(redline, { ...options, comments }));
    const places = [read.current.clauses[0]!.id, read.current.clauses[0]!.id, read.base.clauses[1]!.id];
    expect(read.comments).toEqual(comments.map((each, i) => ({ ...each, clause: places[i] })));
    expect(read.changes).toEqual(readDocx(writeMarkedDocx(redline, options)).changes);
  });

  it("go into the file that the text came from, whose own do not go along", () => {
    const marks = (id: number, words: string): string =>
      `<w:commentRangeStart w:id="${id}"/>${r(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const source = tinyWordFile({ body: p(r("some ") + marks(7, "words")) + p(r("end")) });
    const read = readDocx(source);
    const clauseId = read.current.clauses[0]!.id;
    const plain = writeDocx(read.current, { ...options, source });
    expect(strFromU8(unzipSync(plain)["word/document.xml"]!)).not.toContain("comment");
    const own = { ...comments[0]!, clause: clauseId, from: 5, to: 10 };
    const written = readDocx(writeDocx(read.current, { ...options, source, comments: [own] }));
    expect(written.comments).toEqual([own]);
    expect(written.current).toEqual(read.current);
  });

  it("do not go along unless asked for", () => {
    expect(readDocx(writeMarkedDocx(redline, options)).comments).toEqual([]);
    expect(current.clauses[0]!.content).toEqual([run("one TWO three four five SIX seven")]);
  });
});
