import type { ClauseRedline, Redline } from "@plenary/diff";
import { type Clause, type Language, anchor, clause, item, run, table, text } from "@plenary/document";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { uniformClauses } from "../uniform.ts";
import { writeDocx, writeMarkedDocx } from "./writeDocx.ts";

const options = { author: 'EUR & "B"', date: "2026-03-01T12:00:00.000Z" };

function part(file: Uint8Array, path: string): string {
  return strFromU8(unzipSync(file)[path] ?? new Uint8Array());
}

/** The body's XML without who and when. */
function body(file: Uint8Array): string {
  return part(file, "word/document.xml").replace(/ w:author="[^"]*" w:date="[^"]*"/g, "");
}

function redline(clauses: readonly ClauseRedline[], language: Language = "en"): Redline {
  const side = (name: "base" | "current", hidden: "from" | "to"): Clause[] =>
    clauses.flatMap((entry) => (entry[name] && entry.move !== hidden ? [entry[name]] : []));
  const base = { language, clauses: side("base", "to") };
  return { base, current: { language, clauses: side("current", "from") }, clauses, changes: [] };
}

const marked = (...clauses: ClauseRedline[]): string => body(writeMarkedDocx(redline(clauses), options));
const kept = (said: string): ClauseRedline => uniformClauses([clause("paragraph", said, { id: said })], "=")[0]!;
const added = (said: string): ClauseRedline => uniformClauses([clause("call", said, { id: said })], "+")[0]!;
const deleted = (said: string): ClauseRedline => uniformClauses([clause("call", said, { id: said })], "-")[0]!;
const changed = (base: Clause, current: Clause): ClauseRedline => ({
  ...uniformClauses([current], "=")[0]!,
  symbol: "MOD",
  base,
});
/** The trackings of the paragraph marks, in order. */
const marks = (xml: string): string[] =>
  [...xml.matchAll(/<w:pPr>(?:(?!<\/w:pPr>).)*/g)].map(([properties]) => /<w:rPr><w:(\w+)/.exec(properties)?.[1] ?? "");

describe("paragraph marks", () => {
  it("of an added and a deleted clause are tracked with their words", () => {
    expect(marks(marked(deleted("old"), added("new"), kept("end")))).toEqual(["del", "ins", ""]);
  });

  it("of the last paragraph of the body is never tracked: the one before is", () => {
    const xml = marked(kept("end"), added("new"));
    expect(marks(xml)).toEqual(["ins", ""]);
    expect(xml).toContain('<w:pPrChange w:id="2"><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:pPrChange>');
  });

  it("of a paragraph that replaces the only one of a cell is not tracked", () => {
    const cellOf = (id: string): Clause => clause("paragraph", id, { id });
    const grid = table([["x"]], { id: "t" });
    const entry = uniformClauses([grid], "=")[0]!;
    const row = entry.rows[0]!;
    const clauses = [...uniformClauses([cellOf("old")], "-"), ...uniformClauses([cellOf("new")], "+")];
    const xml = marked({ ...entry, rows: [{ ...row, cells: [{ ...row.cells[0]!, clauses }] }] }, kept("end"));
    expect(marks(xml)).toEqual(["", ""]);
  });

  it("before a table are not tracked either", () => {
    const grid = uniformClauses([table([["x"]], { id: "t" })], "=")[0]!;
    expect(marks(marked(kept("before"), deleted("old"), grid))).toEqual(["del", "", ""]);
  });
});

describe("tracked changes", () => {
  it("are signed with author and date and have ids of their own in all parts", () => {
    const note = clause("footnote", "new", { id: "n", label: "1" });
    const anchored = clause("paragraph", [run("said"), anchor("n")], { id: "p" });
    const file = writeMarkedDocx(redline(uniformClauses([anchored, note], "+")), options);
    const xml = part(file, "word/document.xml") + part(file, "word/footnotes.xml");
    const signed = [...xml.matchAll(/w:id="(\d+)" w:author="EUR &amp; &quot;B&quot;" w:date="2026-03-01T12:00:00Z"/g)];
    expect(signed.length).toBeGreaterThan(2);
    expect(new Set(signed.map(([, id]) => id)).size).toBe(signed.length);
  });

  it("keep deleted words in delText", () => {
    const xml = marked(deleted("old"), kept("end"));
    expect(xml).toContain('<w:delText xml:space="preserve">old</w:delText>');
    expect(/<w:del [^>]*>(?:(?!<\/w:del>).)*<w:t[ >]/.test(xml)).toBe(false);
  });

  it("show a new label as a change of its letter", () => {
    const xml = marked(changed(item("b)", "x", { id: "i" }), item("a)", "x", { id: "i" })));
    expect(xml).toMatch(/<w:delText[^>]*>b<.*<w:t[^>]*>a<.*<w:t[^>]*>\)</);
  });

  it("show another kind as a change of style and other marks as a change of format", () => {
    const xml = marked(changed(clause("paragraph", "x", { id: "i" }), clause("call", [run("x", "bold")], { id: "i" })));
    expect(xml).toMatch(/<w:pStyle w:val="Call"\/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Normal"\/>/);
    expect(xml).toMatch(/<w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr><\/w:rPr>/);
  });

  it("name both ends of a move alike and pair the ends of each range", () => {
    const to: ClauseRedline = { ...kept("moved"), move: "to" };
    const from: ClauseRedline = { ...to, current: null, move: "from", segments: [] };
    const xml = marked(to, kept("middle"), from, kept("end"));
    expect([...xml.matchAll(/RangeStart [^>]*w:name="(\w+)"/g)].map(([, name]) => name)).toEqual(["move1", "move1"]);
    expect(marks(xml)).toEqual(["moveTo", "", "moveFrom", ""]);
    for (const [, end, id] of xml.matchAll(/<w:(\w+)RangeEnd w:id="(\d+)"/g)) {
      expect(xml).toContain(`<w:${end}RangeStart w:id="${id}"`);
    }
  });

  it("mark a deleted row as well as the words and marks in its cells", () => {
    const entry = uniformClauses([table([["a"], ["b"]], { id: "t" })], "=")[0]!;
    const gone = uniformClauses([table([["a"], ["b"]], { id: "t" })], "-")[0]!.rows[1]!;
    const xml = marked({ ...entry, rows: [entry.rows[0]!, gone] });
    expect(xml).toMatch(/<w:trPr><w:del [^>]*\/><\/w:trPr>/);
    expect(marks(xml)).toEqual(["", "del"]);
  });
});

describe("the file", () => {
  it("leaves out characters that XML does not allow and escapes the rest", () => {
    const xml = body(writeDocx(text("en", [clause("paragraph", 'a\u0000\ud800 <b> & \uFFFE"c"')]), options));
    expect(xml).toContain('<w:t xml:space="preserve">a &lt;b&gt; &amp; &quot;c&quot;</w:t>');
  });

  it("is right to left throughout in Arabic", () => {
    const xml = body(writeDocx(text("ar", [clause("paragraph", "نص")]), options));
    expect(xml).toMatch(/<w:pPr><w:pStyle w:val="Normal"\/><w:bidi\/>.*<w:rtl\/>.*<w:sectPr>.*<w:bidi\/><\/w:sectPr>/);
    const notes = strFromU8(unzipSync(writeDocx(text("ar", []), options))["word/footnotes.xml"] ?? new Uint8Array());
    expect(
      notes.match(/<w:p><w:pPr><w:bidi\/><w:spacing[^>]*><\/w:pPr><w:r><w:(s|continuationS)eparator\/>/g),
    ).toHaveLength(2);
  });

  it("tracks nothing in a clean copy, and prints a footnote without anchor in the body", () => {
    const said = text("en", [clause("paragraph", "x"), clause("footnote", "left", { label: "1" })]);
    const xml = body(writeDocx(said, options));
    expect(xml).not.toMatch(/<w:(ins|del|moveFrom|moveTo) /);
    expect(xml).toContain(">left<");
  });

  it("refuses a date that is none", () => {
    expect(() => writeDocx(text("en", []), { author: "A", date: "yesterday" })).toThrow("ISO form");
  });
});
