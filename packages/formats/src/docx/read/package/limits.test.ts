import { strToU8 } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../readDocx.ts";
import { DocxError } from "../docxError.ts";
import { del, ins, mark, p, r, tinyWordFile, zipParts } from "../testing/wordPackage.ts";

const refusal = (bytes: Uint8Array): string => {
  try {
    readDocx(bytes);
  } catch (fault) {
    if (fault instanceof DocxError) return fault.message;
    throw fault;
  }
  return "read";
};

describe("files that are refused, with what to do", () => {
  it.each([
    ["PDF", strToU8("%PDF-1.7 …"), /PDF/],
    ["old Word", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.doc/],
    ["nothing", new Uint8Array(), /no Word file/],
    ["text", strToU8("plain words"), /no Word file/],
    ["cut off", tinyWordFile({ body: p(r("words")) }).slice(0, -40), /damaged/],
    ["another archive", zipParts({ "a.xml": "<a/>" }), /no Word document/],
    ["leading out", zipParts({ "../a.xml": "<a/>" }), /leads out/],
    ["document type", zipParts({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), /document type/],
    ["entity", zipParts({ "word/document.xml": "<a>&b;</a>" }), /not well-formed/],
    ["not closed", tinyWordFile({ body: "<w:p>" }), /not well-formed/],
    ["deep", tinyWordFile({ body: "<w:sdt>".repeat(300) + "</w:sdt>".repeat(300) }), /too deeply/],
    ["bomb", zipParts({ "word/document.xml": `<a>${" ".repeat(65 * 1024 * 1024)}</a>` }), /too much text/],
    ["entries", zipParts(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, ""]))), /entries/],
  ])("%s", (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it("any damage ends in a text or in a clear error", () => {
    const rich = tinyWordFile({
      body: p(r("one") + del("two"), mark("del")) + `<w:tbl><w:tr><w:tc>${p(ins("three"))}</w:tc></w:tr></w:tbl>`,
      numbering: '<w:num w:numId="1"/>',
    });
    const damage = fc.array(fc.tuple(fc.nat({ max: rich.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat({ max: rich.length }), (changed, end) => {
        const bytes = rich.slice();
        for (const [at, value] of changed) bytes[at] = value;
        refusal(end % 4 === 0 ? bytes.slice(0, end) : bytes);
      }),
      { numRuns: 500 },
    );
  });
});
