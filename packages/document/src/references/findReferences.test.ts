import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLanguage, languages } from "../language.ts";
import { findReferences } from "./findReferences.ts";

/** The references of a line, each as its words. */
function found(language: string, line: string): readonly string[] {
  return isLanguage(language) ? findReferences(line, language).map(({ from, to }) => line.slice(from, to)) : [];
}

describe("findReferences", () => {
  test.each([
    [
      "en",
      "as in Resolution 50 (Rev. Kigali, 2022) and Decision 611",
      ["Resolution 50 (Rev. Kigali, 2022)", "Decision 611"],
    ],
    [
      "en",
      "Resolution ITU-R 66; Recommendation 22 (Dubai, 2014)",
      ["Resolution ITU-R 66", "Recommendation 22 (Dubai, 2014)"],
    ],
    ["en", "No. 118 (Article 21) of the Constitution", ["No. 118 (Article 21) of the Constitution"]],
    ["en", "see resolves 8 above, considering e), f) and g)", ["resolves 8", "considering e), f) and g)"]],
    ["en", "the States met 3 times in 50 places (Kigali, 2022)", []],
    [
      "fr",
      "la Résolution 139 (Rév. Dubaï, 2018), point 8 du décide",
      ["Résolution 139 (Rév. Dubaï, 2018)", "point 8 du décide"],
    ],
    ["es", "la Resolución 50 (Rev. Kigali, 2022); resuelve 8", ["Resolución 50 (Rev. Kigali, 2022)", "resuelve 8"]],
    ["ru", "в Резолюции 139 (Пересм. Дубай, 2018 г.)", ["Резолюции 139 (Пересм. Дубай, 2018 г.)"]],
    ["ru", "Резолюцией 50, пункт a) раздела учитывая", ["Резолюцией 50", "пункт a) раздела учитывая"]],
    ["ar", "عملاً بالقرار 139 (المراجَع في دبي، 2018) للقرار 37", ["بالقرار 139 (المراجَع في دبي، 2018)", "للقرار 37"]],
    ["ar", 'الفقرة أ ) من "إذ يضع في اعتباره" أعلاه', ['الفقرة أ ) من "إذ يضع في اعتباره"']],
    ["zh", "根据第31号决议（2010年，海德拉巴，修订版）", ["第31号决议（2010年，海德拉巴，修订版）"]],
    ["zh", "上述做出决议8中所述，责成国际电联理事会2所述", ["做出决议8", "责成国际电联理事会2"]],
    ["zh", "《组织法》（第21条）第118款；请成员国在2019年9月", ["《组织法》（第21条）第118款"]],
  ])("%s %s", (language, line, expected) => {
    expect(found(language, line)).toEqual(expected);
  });

  test("parts", () => {
    expect(findReferences("بالقرار 139 (المراجَع في دبي، 2018)", "ar")).toEqual([
      { kind: "resolution", from: 0, to: 35, number: "139", city: "دبي", year: 2018, revised: true },
    ]);
    expect(findReferences("考虑到a)、b)和c)", "zh")).toEqual([
      { kind: "clause", from: 0, to: 11, opener: "considering", labels: ["a)", "b)", "c)"] },
    ]);
    expect(findReferences("п. 118 (Статья 21) Устава", "ru")).toEqual([
      { kind: "provision", from: 0, to: 25, number: "118", article: "21", of: "constitution" },
    ]);
  });

  test("ranges are ordered and apart on any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...languages), (line, language) => {
        let last = 0;
        for (const { from, to } of findReferences(line, language)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(line.length);
      }),
    );
  });
});
