import { compare } from "@plenary/diff";
import { anchor, clause, flatten, run, text } from "@plenary/document";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cleanPage } from "../pdf/index.ts";
import { readDocx } from "./readDocx.ts";
import { writeDocx, writeMarkedDocx } from "./writeDocx.ts";

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const base = text("en", [
  clause("paragraph", [run("to build"), anchor("f"), run(" and to count"), anchor("e")], { id: "a" }),
  clause("footnote", "At the foot.", { id: "f", label: "1" }),
  clause("footnote", "At the end.", { id: "e", label: "i", level: 1 }),
]);
const current = {
  ...base,
  clauses: base.clauses.map((each) => (each.id === "e" ? { ...each, content: [run("At the very end.")] } : each)),
};
const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

describe("endnotes", () => {
  it("are endnotes of a new file, counted by Word, and footnotes stay footnotes", () => {
    const file = writeMarkedDocx(compare(base, current, { ids: "trusted" }), options);
    expect(part(file, "word/endnotes.xml")).toMatch(/<w:endnoteRef\/>.*<w:ins [^>]*>.*very/);
    expect(part(file, "word/footnotes.xml")).toContain("At the foot.");
    expect(part(file, "word/footnotes.xml")).not.toContain("end.");
    expect(part(file, "word/document.xml")).not.toContain("customMarkFollows");
  });

  it("are read back as they were, on both sides and clean", () => {
    const read = readDocx(writeMarkedDocx(compare(base, current, { ids: "trusted" }), options));
    const notes = ({ clauses }: typeof base) =>
      clauses
        .filter(({ kind }) => kind === "footnote")
        .map(({ level, label, content }) => [level, label, flatten(content)]);
    expect(notes(read.base)).toEqual(notes(base));
    expect(notes(read.current)).toEqual(notes(current));
    expect(notes(readDocx(writeDocx(current, options)).current)).toEqual(notes(current));
  });

  it("are in no file that has none", () => {
    const plain = text(
      "en",
      base.clauses.slice(0, 2).map((each) => ({ ...each, content: each.content.slice(0, 2) })),
    );
    expect(Object.keys(unzipSync(writeDocx(plain, options)))).not.toContain("word/endnotes.xml");
  });

  it("stand at the end of a printed page, with their marks in the text", () => {
    const { clauses } = cleanPage(base, options);
    expect(clauses.map(({ kind }) => kind)).toEqual(["paragraph", "footnote"]);
    expect(clauses[0]?.pieces.map(({ type }) => type)).toEqual(["text", "anchor", "text", "reference"]);
  });
});
