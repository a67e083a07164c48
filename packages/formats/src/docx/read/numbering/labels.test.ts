import { describe, expect, it } from "vitest";
import { readDocx } from "../../readDocx.ts";
import { p, r, style, tinyWordFile } from "../testing/wordPackage.ts";

const level = (depth: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const num = (id: number, abstract: number, more = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const at = (id: number, depth = 0): string =>
  p(r("words"), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

function labels(numbering: string, body: string, styles = ""): (string | null)[] {
  return readDocx(tinyWordFile({ body, numbering, styles })).current.clauses.map(({ label }) => label);
}

describe("labels that Word computes", () => {
  const three = list(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%1.%3"));

  it("count by level, and start anew after a level above", () => {
    const body = at(1) + at(1, 1) + at(1, 1) + at(1, 2) + at(1) + at(1, 1);
    expect(labels(three + num(1, 0), body)).toEqual(["1.", "a)", "b)", "1.i", "2.", "a)"]);
  });

  it("go on through lists that share them, and start anew where a list says so", () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    expect(labels(three + num(1, 0) + num(2, 0) + num(3, 0, start), at(1) + at(2) + at(3) + at(3) + at(1))).toEqual([
      "1.",
      "2.",
      "5.",
      "6.",
      "7.",
    ]);
  });

  it("do not start anew where the level says never", () => {
    const never = list(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'));
    expect(labels(never + num(1, 0), at(1) + at(1, 1) + at(1) + at(1, 1))).toEqual(["I", "1", "II", "2"]);
  });

  it.each([
    ["arabicAbjad", ["أ)", "ب)", "ج)"]],
    ["arabicAlpha", ["أ)", "ب)", "ت)"]],
    ["chineseCounting", ["一)", "二)", "三)"]],
    ["russianLower", ["а)", "б)", "в)"]],
    ["decimalZero", ["01)", "02)", "03)"]],
    ["ordinal", ["1st)", "2nd)", "3rd)"]],
    ["unknownFormat", ["1)", "2)", "3)"]],
  ])("are written as %s", (format, wanted) => {
    expect(labels(list(0, level(0, format, "%1)")) + num(1, 0), at(1) + at(1) + at(1))).toEqual(wanted);
  });

  it("legal levels write all their numbers in figures, bullets their sign", () => {
    const legal = list(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"));
    const bullets = list(1, level(0, "bullet", "\uF0B7"), level(1, "bullet", "–"));
    expect(labels(legal + bullets + num(1, 0) + num(2, 1), at(1) + at(1, 1) + at(2) + at(2, 1))).toEqual([
      "I",
      "1.1",
      "•",
      "–",
    ]);
  });

  it("come from styles too, unless the paragraph says none", () => {
    const linked = list(
      0,
      level(0, "decimal", "%1", '<w:pStyle w:val="One"/>'),
      level(1, "decimal", "%1.%2", '<w:pStyle w:val="Two"/>'),
    );
    const numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>";
    const styles = style("One", numbered) + style("Two", numbered);
    const named = (name: string, more = ""): string => p(r("x"), `<w:pStyle w:val="${name}"/>${more}`);
    const body = named("One") + named("Two") + named("Two", '<w:numPr><w:numId w:val="0"/></w:numPr>') + named("One");
    expect(labels(linked + num(1, 0), body, styles)).toEqual(["1", "1.1", null, "2"]);
  });

  it("are left out where only typed labels are asked for", () => {
    const file = tinyWordFile({ body: at(1) + p(r("b)\ttyped")), numbering: three + num(1, 0) });
    const read = readDocx(file, { numbering: "typed" });
    expect(read.current.clauses.map(({ kind, label }) => [kind, label])).toEqual([
      ["item", null],
      ["item", "b)"],
    ]);
  });
});
