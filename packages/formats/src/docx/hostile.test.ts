import { compare } from "@plenary/diff";
import { flatten } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocxError } from "./read/docxError.ts";
import { del, ins, mark, p, r, style, tinyWordFile, zipParts } from "./read/testing/wordPackage.ts";
import { readDocx } from "./readDocx.ts";
import { writeMarkedDocx } from "./writeDocx.ts";

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };

/** Reads a file and writes its changes into it; a refusal has to be a clear one. */
function throughAndBack(source: Uint8Array): string {
  try {
    const { base, current } = readDocx(source);
    const again = readDocx(writeMarkedDocx(compare(base, current, { ids: "trusted" }), { ...options, source }));
    return again.current.clauses.map(({ content }) => flatten(content)).join("\n");
  } catch (fault) {
    if (fault instanceof DocxError) return `refused: ${fault.message}`;
    throw fault;
  }
}

describe("large files", () => {
  it("with 10,000 changes are read and written", () => {
    const body = Array.from({ length: 5000 }, (_, i) => p(r(`${i} `) + del("old") + ins("new"))).join("");
    const source = tinyWordFile({ body });
    expect(readDocx(source).changes).toHaveLength(10_000);
    expect(throughAndBack(source).split("\n")).toHaveLength(5000);
  });

  it("with 10,000 changes in one paragraph, links and fields among them, are read and written", () => {
    const piece = `<w:hyperlink w:anchor="a">${r("link")}</w:hyperlink>${del("old")}${ins("new")}<w:bookmarkStart w:id="1" w:name="a"/>`;
    const said = throughAndBack(tinyWordFile({ body: p(piece.repeat(5000)) }));
    expect(said).toBe("linknew".repeat(5000));
  });

  it("with huge tables are read and written", () => {
    const row = `<w:tr>${`<w:tc>${p(r("x"))}</w:tc>`.repeat(60)}</w:tr>`;
    const source = tinyWordFile({ body: `<w:tbl>${row.repeat(100)}</w:tbl>${p("")}` });
    expect(readDocx(source).current.clauses[0]!.rows).toHaveLength(100);
    expect(throughAndBack(source)).not.toMatch(/^refused/);
  });

  it("beyond the limits are refused", () => {
    expect(throughAndBack(tinyWordFile({ body: "<w:p/>".repeat(2_100_000) }))).toMatch(/too many elements/);
    const deep = "<w:tbl><w:tr><w:tc>".repeat(100) + p("") + "</w:tc></w:tr></w:tbl>".repeat(100);
    expect(throughAndBack(tinyWordFile({ body: deep }))).toMatch(/too deeply/);
  });

  it("that say they are smaller than they are do not grow", () => {
    const bytes = zipParts({ "word/document.xml": `<a>${" ".repeat(3_000_000)}</a>` });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i + 46 < bytes.length; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 100, true);
    }
    expect(throughAndBack(bytes)).toMatch(/^refused/);
  });
});

describe("odd files", () => {
  const rich = tinyWordFile({
    body:
      p(r("one") + del("two") + ins("three"), mark("del")) +
      p(
        `<w:moveFromRangeStart w:id="7" w:name="m"/><w:moveFrom w:id="8">${r("moved")}</w:moveFrom>`,
        mark("moveFrom"),
      ) +
      `<w:tbl><w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc>${p(ins("cell"))}</w:tc></w:tr><w:tr><w:tc>${p(r("b"))}</w:tc></w:tr></w:tbl>` +
      p(`<w:commentRangeStart w:id="3"/>${r("said")}<w:r><w:footnoteReference w:id="4"/></w:r>`),
    footnotes: `<w:footnote w:id="4">${p(r("note"))}</w:footnote>`,
    styles: style("Call") + style("enumlev1"),
    numbering: '<w:num w:numId="1"/>',
  });

  it("a part damaged anywhere is refused clearly, or read and written", () => {
    const damage = fc.array(fc.tuple(fc.nat({ max: rich.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, (changed) => {
        const bytes = rich.slice();
        for (const [at, value] of changed) bytes[at] = value;
        throughAndBack(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it("elements in any order and nesting are read and written", () => {
    const element = fc.constantFrom(
      ..."p r t del ins tbl tr tc pPr rPr sectPr hyperlink sdt sdtContent fldChar moveTo txbxContent drawing bookmarkStart footnoteReference numPr".split(
        " ",
      ),
    );
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, fc.constant(""), tie("node")),
      node: fc
        .tuple(element, fc.array(tie("tree"), { maxLength: 4 }), fc.constantFrom("", "x", "a)\ty"))
        .map(
          ([name, inside, said]) => `<w:${name} w:id="1" w:fldCharType="begin">${said}${inside.join("")}</w:${name}>`,
        ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (body) => {
        throughAndBack(tinyWordFile({ body: body.join("") }));
      }),
      { numRuns: 300 },
    );
  });
});
