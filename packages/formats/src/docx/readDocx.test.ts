import { accept, compare, reject } from "@plenary/diff";
import { plainLines, run } from "@plenary/document";
import { describe, expect, it } from "vitest";
import { readDocx } from "./readDocx.ts";
import { type TinyParts, del, ins, mark, p, r, style, tinyWordFile } from "./read/testing/wordPackage.ts";

/** Reads a tiny file, asserting the laws of its redline on the way. */
function read(parts: TinyParts) {
  const reading = readDocx(tinyWordFile(parts));
  const redline = compare(reading.base, reading.current, { ids: "trusted" });
  expect(accept(redline)).toEqual(reading.current);
  expect(reject(redline)).toEqual(reading.base);
  expect(readDocx(tinyWordFile(parts))).toEqual(reading);
  return {
    ...reading,
    before: plainLines(reading.base.clauses),
    after: plainLines(reading.current.clauses),
    made: redline.changes.map(({ kind, deleted, inserted }) => [kind, deleted, inserted]),
  };
}

describe("tracked words", () => {
  it("are there on one side, with their author and date", () => {
    const found = read({ body: p(r("The ") + del("old ") + ins("new ") + r("text")) });
    expect(found.before).toEqual(["The old text"]);
    expect(found.after).toEqual(["The new text"]);
    expect(found.made).toEqual([["text", "old", "new"]]);
    const who = { scope: "content", author: "A. Delegate", date: "2026-03-01T12:00:00Z" };
    expect(found.changes).toEqual([
      { type: "del", words: "old ", ...who },
      { type: "ins", words: "new ", ...who },
    ]);
  });

  it("inserted by one and deleted by another are on neither side", () => {
    const found = read({ body: p(r("a") + `<w:ins w:id="1" w:author="B">${del("b")}</w:ins>`) });
    expect([found.before, found.after]).toEqual([["a"], ["a"]]);
  });

  it("of a changed format have the old format in the base", () => {
    const change = '<w:b/><w:rPrChange w:id="1" w:author="B"><w:rPr><w:i/></w:rPr></w:rPrChange>';
    const found = read({ body: p(r("words", change)) });
    expect(found.base.clauses[0]!.content).toEqual([run("words", "italic")]);
    expect(found.current.clauses[0]!.content).toEqual([run("words", "bold")]);
    expect(found.changes).toMatchObject([{ type: "rPrChange", scope: "format", words: "" }]);
  });
});

describe("paragraph marks", () => {
  it("a deleted one joins its paragraph to the following", () => {
    const found = read({ body: p(r("one "), mark("del")) + p(r("and two, which is longer")) });
    expect(found.before).toEqual(["one ", "and two, which is longer"]);
    expect(found.after).toEqual(["one and two, which is longer"]);
    expect(found.current.clauses[0]!.id).toBe(found.base.clauses[1]!.id);
  });

  it("an inserted one splits; the clause goes on with most of its words", () => {
    const found = read({ body: p(r("a clause that stays"), mark("ins")) + p(ins("a new clause")) });
    expect(found.before).toEqual(["a clause that stays"]);
    expect(found.made).toEqual([["add", "", "a new clause"]]);
  });

  it("a whole deleted paragraph is suppressed", () => {
    const found = read({ body: p(r("one")) + p(del("two"), mark("del")) + p(r("three")) });
    expect(found.made).toEqual([["suppress", "two", ""]]);
  });

  it("the last one before a table stays", () => {
    const table = "<w:tbl><w:tr><w:tc>" + p(r("cell")) + "</w:tc></w:tr></w:tbl>";
    const found = read({ body: p(r("text"), mark("del")) + table + p("") });
    expect(found.after).toEqual(["text", "cell", ""]);
  });

  it("a moved paragraph keeps its id", () => {
    const range = (way: string, inside: string): string =>
      `<w:move${way}RangeStart w:id="7" w:name="move1"/>${inside}<w:move${way}RangeEnd w:id="7"/>`;
    const from = p(`<w:moveFrom w:id="8" w:author="A">${r("moved words")}</w:moveFrom>`, mark("moveFrom"));
    const to = p(`<w:moveTo w:id="9" w:author="A">${r("moved words")}</w:moveTo>`, mark("moveTo"));
    const found = read({ body: range("From", from) + p(r("one")) + p(r("two")) + range("To", to) + p(r("three")) });
    expect(found.before).toEqual(["moved words", "one", "two", "three"]);
    expect(found.after).toEqual(["one", "two", "moved words", "three"]);
    expect(found.made).toEqual([["move", "moved words", "moved words"]]);
  });
});

describe("tables and notes", () => {
  it("rows and cells come and go", () => {
    const cell = (words: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
    const row = (cells: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const rows = row(cell(r("a")) + cell(r("b"), '<w:cellIns w:id="1"/>')) + row(cell(ins("c")), '<w:ins w:id="2"/>');
    const found = read({ body: `<w:tbl>${rows}</w:tbl>` + p("") });
    expect(found.before).toEqual(["a", ""]);
    expect(found.after).toEqual(["a", "b", "c", ""]);
    expect(found.changes.map(({ scope }) => scope)).toEqual(["cell", "row", "content"]);
  });

  it("footnotes are clauses in the order of their references, typed marks apart", () => {
    const reference = (id: number, more = ""): string => `<w:r><w:footnoteReference ${more} w:id="${id}"/></w:r>`;
    const typed = reference(5, 'w:customMarkFollows="1"') + r("1bis");
    const note = (id: number, inside: string): string => `<w:footnote w:id="${id}">${p(inside)}</w:footnote>`;
    const found = read({
      body: p(r("text") + reference(4) + typed + r(" goes on") + `<w:ins w:id="1">${reference(6)}</w:ins>`),
      footnotes:
        note(6, r(" last")) + note(4, `<w:r><w:footnoteRef/></w:r>${r("\tfirst")}`) + note(5, r("1bis\tsecond")),
    });
    expect(found.after).toEqual(["text goes on", "1\tfirst", "1bis\tsecond", "2\tlast"]);
    expect(found.before).toEqual(["text goes on", "1\tfirst", "1bis\tsecond"]);
  });
});

describe("what stands in runs", () => {
  it.each([
    ['<w:noBreakHyphen/><w:softHyphen/><w:tab/><w:br/><w:br w:type="page"/>', "\u2011\u00AD\t\u2028"],
    ['<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="20AC"/><w:sym w:char="zz"/>', "α€"],
    ['<w:fldChar w:fldCharType="begin"/><w:t>no</w:t><w:fldChar w:fldCharType="separate"/><w:t>4</w:t>', "4"],
    [
      "<mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent>",
      "a",
    ],
  ])("%s", (inside, words) => {
    expect(read({ body: p(`<w:r>${inside}</w:r>`) }).after).toEqual([words]);
  });

  it("content controls, links and mathematics are looked into; text boxes follow", () => {
    const box = `<w:r><w:pict><v:shape><w:txbxContent>${p(r("box"))}</w:txbxContent></v:shape></w:pict></w:r>`;
    const math = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>";
    const control = `<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>${r("in ")}</w:sdtContent></w:sdt>`;
    const found = read({ body: p(`${control}<w:hyperlink>${r("link ")}</w:hyperlink>${math}${box}`) });
    expect(found.after).toEqual(["in link x+1", "box"]);
    expect(found.notes.map(({ kind }) => kind)).toEqual(["mathematics", "text box"]);
  });

  it("strict files and main parts of any name are read", () => {
    expect(read({ body: p(r("strict")), strict: true, main: "word/document2.xml" }).after).toEqual(["strict"]);
  });
});

describe("what a paragraph is", () => {
  const kinds = (parts: TinyParts) => read(parts).current.clauses.map(({ kind, level, label }) => [kind, level, label]);
  const styled = (name: string, words: string): string => p(r(words), `<w:pStyle w:val="${name}"/>`);

  it("is said by the styles of the conference in all their spellings", () => {
    const names = ["Res_No", "Restitle", "Res_ref", "Normal after title", "Call", "enumlev2", "heading 2", "Reasons"];
    const words = [
      "RESOLUTION 1",
      "Rules",
      "(Geneva)",
      "The Council,",
      "resolves",
      "b)bis\tthat",
      "2.1\tScope",
      "Reasons:\tto",
    ];
    const body = names.map((name, i) => styled(name, words[i]!)).join("") + styled("Own", "a)\tthat");
    const own = style("Own", '<w:basedOn w:val="enumlev2"/>');
    expect(kinds({ body, styles: names.map((name) => style(name)).join("") + own })).toEqual([
      ["number", 0, null],
      ["title", 0, null],
      ["reference", 0, null],
      ["opening", 0, null],
      ["call", 0, null],
      ["item", 2, "b)bis"],
      ["heading", 1, "2.1"],
      ["reasons", 0, "Reasons:"],
      ["item", 2, "a)"],
    ]);
  });

  it("is said by its words where no style says it", () => {
    const words = ["RESOLUTION 2 (Rev. Geneva, 2022)", "considering", "a)\tthat", "1.1\tText", "Plain words."];
    expect(kinds({ body: words.map((said) => p(r(said))).join("") })).toEqual([
      ["number", 0, null],
      ["call", 0, null],
      ["item", 0, "a)"],
      ["item", 0, "1.1"],
      ["paragraph", 0, null],
    ]);
  });

  it("a changed style is the old one in the base", () => {
    const change =
      '<w:pStyle w:val="Call"/><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Reasons"/></w:pPr></w:pPrChange>';
    const found = read({ body: p(r("words"), change), styles: style("Call") + style("Reasons") });
    expect(found.made).toEqual([["kind", "reasons", "call"]]);
  });
});
