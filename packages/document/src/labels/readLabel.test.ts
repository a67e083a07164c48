import { describe, expect, test } from "vitest";
import { formatLabel } from "./formatLabel.ts";
import { comparable, parseLabel } from "./readLabel.ts";
import { nextLabel, sampleOf } from "./sample.ts";

describe("labels", () => {
  test.each([
    ["a)", "letter", [1], "b)"],
    ["(z)", "letter", [26], "(aa)"],
    ["B.", "LETTER", [2], "C."],
    ["1", "digit", [1], "2"],
    ["(9)", "digit", [9], "(10)"],
    ["2.3.9", "digit", [2, 3, 9], "2.3.10"],
    ["iv)", "roman", [4], "v)"],
    ["III", "ROMAN", [3], "IV"],
    ["ب)", "abjad", [2], "ج)"],
    ["ج )", "abjad", [3], "د )"],
    ["б)", "cyrillic", [2], "в)"],
    ["十九", "han", [19], "二十"],
    ["（二）", "han", [2], "（三）"],
    ["b)bis", "letter", [2], "c)"],
    ["bbis)", "letter", [2], "c)"],
    ["3A", "digit", [3], "4"],
    ["3 مكرراً", "digit", [3], "4"],
    ["•", "bullet", [], "•"],
  ])("%s", (printed, family, path, next) => {
    const label = parseLabel(printed);
    expect(label && [label.family, label.path]).toEqual([family, path]);
    expect(label && formatLabel(label)).toBe(printed === "ج )" ? "ج)" : printed);
    expect(nextLabel(printed)).toBe(next);
  });

  test.each(["Summary:", "MOD", "", "the", "Reasons:", "理由："])("%j is none", (said) => {
    expect(parseLabel(said)).toBeNull();
  });

  test("forms of heh, marks of direction and spaces compare equal", () => {
    const forms = ["ﻫ )", "هـ )", "ه\u200D )", "\u200Fه\u00A0)"];
    expect(new Set(forms.map(comparable))).toEqual(new Set(["ه )"]));
    expect(forms.map((form) => parseLabel(form)?.path)).toEqual([[5], [5], [5], [5]]);
  });

  test("a sample is the label without its derivation", () => {
    expect(["b)bis", "bbis)", "3A", "–", "Summary:"].map(sampleOf)).toEqual(["b)", "b)", "3", "–", "Summary:"]);
  });
});
