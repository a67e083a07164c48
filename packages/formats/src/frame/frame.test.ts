import { type Redline, compare } from "@plenary/diff";
import { clause, languages, plainLines, text } from "@plenary/document";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx, writeDocx, writeMarkedDocx } from "../docx/index.ts";
import { readFile, verify, writeFile } from "../files/index.ts";
import { amendments } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { documentNumber } from "./documentNumber.ts";
import { type Proposal, frameLines, frameOf } from "./frame.ts";

const date = "2026-03-01T12:00:00Z";
const proposal: Proposal = {
  number: "EUR/7A3/1",
  meeting: "Conference\non Bridges",
  source: "European Group (CEPT)",
  about: ["Resolution 7", "", "Bridges"],
};
const making = { title: "T", author: "EUR", date, proposal, typeset: () => Promise.reject(new Error("no PDF here")) };
const base = text("en", [clause("title", "Bridges", { id: "a" }), clause("paragraph", "to build ten", { id: "b" })]);
const current = text("en", [clause("title", "Bridges", { id: "a" }), clause("paragraph", "to build two", { id: "b" })]);
const redline = compare(base, current, { ids: "trusted" });
const frame = frameOf(proposal, redline, date);

const document = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)["word/document.xml"]!);
const edited = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const files = unzipSync(bytes);
  const said = strFromU8(files["word/document.xml"]!);
  expect(said).toContain(from);
  return zipSync({ ...files, "word/document.xml": strToU8(said.replace(from, to)) });
};

describe("the number of a document", () => {
  it.each([
    ["en", "EUR/7A3/1", ["Addendum 3 to", "Document 7-E"]],
    ["fr", "IAP/24R2/1", ["Révision 2 au", "Document 24-F"]],
    ["es", "IAP/24/1", ["Documento 24-S"]],
    ["ru", "RCC/12A1/2", ["Дополнительный документ 1", "к Документу 12-R"]],
    ["ar", "ARB/9A2/1", ["الإضافة 2", "للوثيقة 9-A"]],
    ["zh", "ACP/12A1R3/1", ["文件 12-C", "补遗 1", "修订 3"]],
    ["en", "no number", []],
  ] as const)("in %s, %s", (language, number, lines) => {
    expect(documentNumber(number, language)).toEqual(lines);
  });
});

describe("the frame of a proposal", () => {
  it("is made of what is known of the draft, in the text's language", () => {
    expect(frame && frameLines(frame)).toEqual([
      "Conference on Bridges",
      "PLENARY MEETING",
      "Addendum 3 to",
      "Document 7-E",
      "1 March 2026",
      "Original: English",
      "European Group (CEPT)",
      "Resolution 7",
      "Bridges",
      "MOD\tEUR/7A3/1",
    ]);
    expect(frame?.reasons).toBe("Reasons:");
    const chinese = { ...redline, current: { ...current, language: "zh" as const } };
    expect(frameOf(proposal, chinese, date)?.facts).toContain("2026年3月1日");
  });

  const none = text("en", []);
  const symbols: [string, Redline][] = [
    ["MOD", redline],
    ["NOC", compare(base, base)],
    ["ADD", compare(none, current)],
    ["SUP", compare(base, none)],
  ];
  it.each(symbols)("says %s of the whole text, in Word and HTML, which prove themselves", async (symbol, given) => {
    expect(frameOf(proposal, given, date)?.symbol).toBe(symbol);
    for (const format of ["docx", "html"] as const)
      for (const view of ["marked", "clean"] as const) {
        const reading = readFile(format, await writeFile(given, format, view, making));
        expect(reading?.frame?.at(-1)).toBe(`${symbol}\tEUR/7A3/1`);
        expect(reading && verify(reading, given.base)).toEqual([]);
      }
  });

  it("is left out where the text brings one of its own, and the line for reasons where it gives them", () => {
    for (const kind of ["source", "field", "proposal"] as const)
      expect(frameOf(proposal, compare(base, text("en", [clause(kind, "CITEL")])), date)).toBeNull();
    const reasoned = text("en", [...current.clauses, clause("reasons", "it is high time", { label: "Reasons:" })]);
    expect(frameOf(proposal, compare(base, reasoned), date)?.reasons).toBeNull();
  });

  it("refuses a date that is none", () => {
    expect(() => frameOf(proposal, redline, "soon")).toThrow(RangeError);
  });
});

describe("files with a frame", () => {
  it("give both texts without it, whatever was amended, in every language", async () => {
    await fc.assert(
      fc.asyncProperty(
        amendments,
        fc.constantFrom(...languages),
        fc.constantFrom("docx" as const, "html" as const),
        async ([before, after], language, format) => {
          const one = compare({ ...before, language }, { ...after, language }, { ids: "trusted" });
          for (const view of ["marked", "clean"] as const) {
            const bytes = await writeFile(one, format, view, making);
            expect(await writeFile(one, format, view, making)).toEqual(bytes);
            const reading = readFile(format, bytes)!;
            expect(verify(reading, one.base)).toEqual([]);
            expect(textHash(reading.current)).toBe(textHash(one.current));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("show it when somebody changed it or hid words in it", () => {
    const file = writeMarkedDocx(redline, { author: "EUR", date, frame });
    const faults = (bytes: Uint8Array) => verify(readFile("docx", bytes)!, base);
    expect(faults(file)).toEqual([]);
    expect(faults(edited(file, "EUR/7A3/1", "RCC/7A3/1"))).toEqual([
      { side: "frame", kind: "words", clause: "MOD\tRCC/7A3/1" },
    ]);
    const hidden = "<w:p><w:r><w:t>to burn all</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    expect(faults(edited(file, "</w:sdtContent></w:sdt>", hidden)).map(({ side }) => side)).toEqual(["frame"]);
    const bare = writeMarkedDocx(redline, { author: "EUR", date });
    expect(
      faults(
        edited(
          bare,
          "<w:body>",
          document(file).slice(document(file).indexOf("<w:body>"), document(file).indexOf("</w:sdt>") + 8),
        ),
      ),
    ).toEqual([{ side: "frame", kind: "unsealed", clause: "" }]);
  });

  it("take the reasons that somebody wrote into their place as a clause", () => {
    const file = edited(
      writeDocx(current, { author: "EUR", date, frame }),
      "<w:tab/></w:r></w:p></w:sdtContent></w:sdt><w:sectPr",
      "<w:tab/><w:t>It is high time.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr",
    );
    const read = readDocx(file).current;
    expect(plainLines(read.clauses)).toEqual([...plainLines(current.clauses), "Reasons:\tIt is high time."]);
    expect(read.clauses.at(-1)).toMatchObject({ kind: "reasons", label: "Reasons:" });
  });

  it("written into a file of other styles keep the looks of their lines, and are written anew, not twice", () => {
    const source = writeMarkedDocx(redline, { author: "EUR", date, frame });
    const read = readDocx(source);
    const again = writeMarkedDocx(compare(read.base, read.current, { ids: "trusted" }), {
      author: "EUR",
      date,
      source,
      frame,
    });
    expect(document(again).split("plenary-head").length).toBe(2);
    expect(readDocx(again).frame).toEqual(frame && frameLines(frame));
    expect(verify(readFile("docx", again)!, read.base)).toEqual([]);
    const without = writeDocx(read.current, { author: "EUR", date, source });
    expect(document(without)).not.toContain("plenary-head");
  });
});
