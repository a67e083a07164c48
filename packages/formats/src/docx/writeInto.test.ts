import { accept, compare, reject } from "@plenary/diff";
import { type Clause, type Text, clause, concat, flatten, plainLines, run, slice } from "@plenary/document";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocxOptions, writeDocx, writeMarkedDocx } from "./writeDocx.ts";
import { type TinyParts, del, ins, p, r, style, tinyWordFile } from "./read/testing/wordPackage.ts";
import { readDocx } from "./readDocx.ts";

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const bold = (words: string): string => r(words, '<w:b/><w:color w:val="FF0000"/>');
const link = `<w:hyperlink w:anchor="b">${r("a link")}</w:hyperlink>`;
const field =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>' +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const math = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>";
const picture = '<w:r><w:drawing><pic xmlns="urn:p" n="1"/></w:drawing></w:r>';

const part = (file: Uint8Array, path: string): string => strFromU8(unzipSync(file)[path] ?? new Uint8Array());
const document = (file: Uint8Array): string => part(file, "word/document.xml");

/** The file with the text changed; asserts that both texts are read back from it. */
function amend(parts: TinyParts, change: (text: Text) => Text, more: Partial<DocxOptions> = {}) {
  const source = tinyWordFile(parts);
  const { base, current } = readDocx(source);
  const redline = compare(base, change(current), { ids: "trusted" });
  const file = writeMarkedDocx(redline, { ...options, ...more, source });
  const read = readDocx(file);
  expect(plainLines(read.base.clauses)).toEqual(plainLines(reject(redline).clauses));
  expect(plainLines(read.current.clauses)).toEqual(plainLines(accept(redline).clauses));
  const clean = writeDocx(redline.current, { ...options, ...more, source });
  const cleaned = readDocx(clean);
  expect(cleaned.changes).toEqual([]);
  expect(plainLines(cleaned.current.clauses)).toEqual(plainLines(redline.current.clauses));
  expect(writeMarkedDocx(redline, { ...options, ...more, source })).toEqual(file);
  return { source, file, clean, read };
}

const replaced = (words: string, by: string, marks: Parameters<typeof run>[1][] = []) =>
  function replace(text: Text): Text {
    const within = (clauses: readonly Clause[]): Clause[] =>
      clauses.map((each) => {
        const rows = each.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, clauses: within(cell.clauses) })),
        }));
        const flat = flatten(each.content);
        const at = flat.indexOf(words);
        if (at < 0) return { ...each, rows };
        const rest = slice(each.content, at + words.length, flat.length);
        return { ...each, rows, content: concat(slice(each.content, 0, at), [run(by, ...marks)], rest) };
      });
    return { ...text, clauses: within(text.clauses) };
  };

describe("a text written into the file it came from", () => {
  const rich = p(
    `<w:bookmarkStart w:id="5" w:name="b"/>${bold("Red ")}${link}<w:bookmarkEnd w:id="5"/>`,
    '<w:jc w:val="end"/>',
  );

  it("keeps paragraphs that do not change, as they stand", () => {
    const { file, clean } = amend({ body: rich + p(r("other words")) }, replaced("other", "such"));
    expect(document(file)).toContain(rich);
    expect(document(clean)).toContain(rich);
  });

  it("keeps the looks of words, links, fields and formulas around a change", () => {
    const body = p(bold("Red words ") + link + field + math + picture + r(" end"), '<w:jc w:val="end"/>');
    const { file } = amend({ body }, replaced("words", "things", ["bold"]));
    const xml = document(file);
    for (const kept of [link, field, math, picture]) expect(xml).toContain(kept);
    expect(xml).toMatch(/<w:jc w:val="end"\/>/);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:b\/><w:color w:val="FF0000"\/><\/w:rPr><w:t [^>]*>things</);
  });

  it("a formula goes as a whole; one that changes is words from then on", () => {
    const gone = amend({ body: p(r("one") + math) + p(r("two")) }, replaced("x+1", ""));
    expect(document(gone.file)).toMatch(/<w:del [^>]*><m:oMath>/);
    const changed = amend(
      { body: p(r("one long stretch of words ") + math + r(" and one more")) + p(r("two")) },
      replaced("+", "-"),
    );
    expect(document(changed.file)).toMatch(/<w:del [^>]*><m:oMath>.*<w:ins [^>]*><w:r><w:t [^>]*>x-1</);
    expect(document(changed.clean)).not.toContain("<m:oMath>");
  });

  it("a picture goes with its clause and stays where words around it go", () => {
    const body = p(r("before ") + picture + r("after")) + p(r("end"));
    const without = (text: Text): Text => ({ ...text, clauses: text.clauses.slice(1) });
    expect(document(amend({ body }, without).file)).toMatch(/<w:del [^>]*><w:r><w:drawing>/);
    expect(document(amend({ body }, replaced("before after", "x")).clean)).toContain("<w:drawing>");
  });

  it("an added clause takes the looks of its like, and is counted as they are", () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>' +
      '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const listed = '<w:pStyle w:val="enumlev1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const styles = style("enumlev1");
    const body = p(r("one"), listed) + p(r("two"), listed) + p(r("end"));
    const { file, read } = amend({ body, numbering, styles }, (text) => ({
      ...text,
      clauses: [
        text.clauses[0]!,
        clause("item", "new", { id: "new", level: 1, label: "b)" }),
        { ...text.clauses[1]!, label: "c)" },
        text.clauses[2]!,
      ],
    }));
    expect(read.current.clauses.map(({ label }) => label)).toEqual(["a)", "b)", "c)", null]);
    expect(document(file)).not.toContain("b)");
  });

  it("tables keep their shape, cell by cell", () => {
    const cell = (words: string): string =>
      `<w:tc><w:tcPr><w:shd w:val="clear" w:fill="00FF00"/></w:tcPr>${p(r(words))}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Own"/></w:tblPr><w:tblGrid><w:gridCol w:w="7"/></w:tblGrid><w:tr>${cell("one")}</w:tr></w:tbl>`;
    const body = table + p(r("between")) + table.replace("one", "two") + p("");
    const xml = document(amend({ body }, replaced("two", "three")).file);
    expect(xml).toContain(table);
    expect(xml.match(/00FF00/g)).toHaveLength(2);
    expect(xml.match(/"Own"/g)).toHaveLength(2);
  });

  it("an added row has the widths and shades of the row beside it, not its merging", () => {
    const cell = (words: string, width: number, merging: string): string =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merging}<w:shd w:val="clear" w:fill="00FF00"/></w:tcPr>${p(r(words))}</w:tc>`;
    const row = `<w:tr>${cell("one", 700, '<w:vMerge w:val="restart"/>')}${cell("two", 1900, "")}</w:tr>`;
    const body = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="700"/><w:gridCol w:w="1900"/></w:tblGrid>${row}</w:tbl>${p(r("end"))}`;
    const { file } = amend({ body }, (text) => {
      const [first, ...rest] = text.clauses;
      const cells = ["x", "y"].map((id) => ({ id, clauses: [clause("paragraph", `new ${id}`, { id: `p${id}` })] }));
      return { ...text, clauses: [{ ...first!, rows: [...first!.rows, { id: "new", cells }] }, ...rest] };
    });
    const added = document(file).split("<w:tr>").at(-1)!;
    expect(added).toContain("new x");
    expect(added.match(/w:w="\d+"/g)).toEqual(['w:w="700"', 'w:w="1900"']);
    expect(added.match(/00FF00/g)).toHaveLength(2);
    expect(added).not.toContain("vMerge");
  });

  it("footnotes and endnotes stay what they are", () => {
    const reference = '<w:r><w:rPr/><w:footnoteReference w:id="4"/></w:r>';
    const note = `<w:footnote w:id="4">${p(`<w:r><w:footnoteRef/></w:r>${bold(" said")}`)}</w:footnote>`;
    const parts = { body: p(r("words") + reference) + p(r("end")), footnotes: note };
    const kept = amend(parts, replaced("end", "close"));
    expect(part(kept.file, "word/footnotes.xml")).toContain(note);
    expect(amend(parts, replaced("words", "more")).read.current.clauses.at(-1)).toMatchObject({ kind: "footnote" });
    const changed = part(amend(parts, replaced("said", "told")).file, "word/footnotes.xml");
    expect(changed).toMatch(/<w:ins .*told/);
  });

  it("leaves no name, comment, program or template path behind, and keeps the rest byte by byte", () => {
    const tiny = unzipSync(
      tinyWordFile({ body: p(ins("new") + del("old") + r("x")) + p(r("end")), styles: style("Call") }),
    );
    const relations = strFromU8(tiny["word/_rels/document.xml.rels"]!).replace(
      "</Relationships>",
      ["comments", "people", "vbaProject", "header", "image"]
        .map((name) => `<Relationship Id="x${name}" Type="http://o/${name}" Target="${name}.xml"/>`)
        .join("") + "</Relationships>",
    );
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const source = zipSync({
      ...tiny,
      "word/_rels/document.xml.rels": strToU8(relations),
      "word/comments.xml": strToU8(`<w:comments ${w}><w:comment w:id="1" w:author="Secret"/></w:comments>`),
      "word/people.xml": strToU8("<people>Secret</people>"),
      "word/vbaProject.xml": strToU8("<vba/>"),
      "word/image.xml": strToU8("<svg/>"),
      "word/header.xml": strToU8(
        `<w:hdr ${w}><w:p><w:ins w:id="1" w:author="Secret"><w:r><w:t>kept</w:t></w:r></w:ins></w:p></w:hdr>`,
      ),
      "docProps/app.xml": strToU8("<Company>Secret</Company>"),
      "customXml/item1.xml": strToU8("<a>Secret</a>"),
    });
    const { base, current } = readDocx(source);
    const file = writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source });
    const written = unzipSync(file);
    const all = Object.values(written)
      .map((bytes) => strFromU8(bytes))
      .join("\n");
    expect(all).not.toMatch(/Secret|A\. Delegate|vba/);
    expect(written["word/styles.xml"]).toEqual(tiny["word/styles.xml"]);
    expect(strFromU8(written["word/image.xml"]!)).toBe("<svg/>");
    expect(part(file, "word/header.xml")).toContain("<w:r><w:t>kept</w:t></w:r>");
  });

  it("both texts come back whatever is changed", () => {
    const body =
      rich + p(bold("Red ") + field + math + r(" end")) + p(r("plain ") + ins("new ") + picture + link) + p(r("last"));
    const source = tinyWordFile({ body });
    const { base, current } = readDocx(source);
    const edits = fc.array(
      fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 12 }), fc.nat({ max: 5 }), fc.constantFrom("", "X", "y z")),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(edits, fc.subarray([0, 1, 2, 3], { minLength: 1 }), (made, order) => {
        const clauses = [...current.clauses];
        for (const [i, from, length, words] of made) {
          const was = clauses[i]!;
          const end = flatten(was.content).length;
          const content = concat(
            slice(was.content, 0, from),
            words === "" ? [] : [run(words)],
            slice(was.content, from + length, end),
          );
          clauses[i] = { ...was, content };
        }
        const text = { ...current, clauses: order.map((i) => clauses[i]!) };
        const redline = compare(base, text, { ids: "trusted" });
        const read = readDocx(writeMarkedDocx(redline, { ...options, source }));
        expect(plainLines(read.base.clauses)).toEqual(plainLines(base.clauses));
        expect(plainLines(read.current.clauses)).toEqual(plainLines(text.clauses));
        const clean = readDocx(writeDocx(text, { ...options, source }));
        expect(plainLines(clean.current.clauses)).toEqual(plainLines(text.clauses));
        expect(clean.changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
