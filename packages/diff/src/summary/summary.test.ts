import {
  type Clause,
  type Language,
  type Text,
  anchor,
  clause,
  content,
  item,
  languages,
  run,
  table,
  text,
} from "@plenary/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../compare.ts";
import { amendments } from "../laws/amended.ts";
import type { ChangeKind } from "../redline.ts";
import { summary } from "./summary.ts";

const base = text("en", [
  clause("title", "Broadband"),
  clause("call", "resolves,"),
  item("1", "that States shall report"),
  item("a)", "every year", { level: 1 }),
  item("2", "that a fund be set up"),
  item("–", "that all help"),
  table([["Africa", "10"]]),
]);
const [title, call, one, sub, two, dash, sums] = base.clauses as [
  Clause,
  Clause,
  Clause,
  Clause,
  Clause,
  Clause,
  Clause,
];

function summaries(clauses: readonly Clause[], language: Language = "en", from: Text = base): string[] {
  const redline = compare(from, { ...from, clauses }, { ids: "trusted" });
  return redline.changes.map((change) => summary(change, redline, language));
}

function says(given: Clause, words: string): Clause {
  return { ...given, content: content(words) };
}

const rows = text("en", [table([["Europe", "20"]], { id: "x" })]).clauses[0]!.rows;

test("[U4] what is not seen is named where nothing else changes", () => {
  const spaced = says(one, "that States\u00A0shall report");
  const list = base.clauses.with(2, spaced);
  expect(summaries(list)).toEqual(["Replaced “⟨space⟩” with “⟨no-break space⟩” in resolves 1"]);
  expect(summaries(list, "zh")[0]).toContain("⟨不间断空格⟩");
  expect(summaries(base.clauses.with(2, says(one, "that  States shall report")))[0]).toMatch(/⟨space/);
  const sum = text("en", [clause("paragraph", "10 000 francs")]);
  expect(summaries([says(sum.clauses[0]!, "10\u202F000 francs")], "en", sum)[0]).toMatch(
    /^Replaced “10 000” with “10⟨narrow no-break space⟩000”/,
  );
  for (const language of languages) expect(summaries(list, language)[0]).toMatch(/⟨.+⟩.*⟨.+⟩/);
});

describe("the summary of a table's columns and cells", () => {
  const grid = (rows: readonly (readonly string[])[]) => text("en", [table(rows)]);
  const base = grid([
    ["Region", "Sum"],
    ["Africa", "10"],
    ["Europe", "20"],
  ]);
  const summaryOf = (rows: readonly (readonly string[])[], language: Language) => {
    const redline = compare(base, grid(rows));
    return redline.changes.map((change) => summary(change, redline, language).replaceAll(/[\u2068\u2069]/g, ""));
  };
  test.each([
    ["en", "Added column “Year” in a table", "Suppressed column “Sum” in a table", "Added cell “note” in a table"],
    [
      "fr",
      "Ajout de la colonne « Year » dans un tableau",
      "Suppression de la colonne « Sum » dans un tableau",
      "Ajout de la cellule « note » dans un tableau",
    ],
    [
      "es",
      "Adición de la columna «Year» en un cuadro",
      "Supresión de la columna «Sum» en un cuadro",
      "Adición de la celda «note» en un cuadro",
    ],
    [
      "ru",
      "Добавлен столбец «Year» в таблице",
      "Исключён столбец «Sum» в таблице",
      "Добавлена ячейка «note» в таблице",
    ],
    ["ar", "إضافة العمود «Year» في جدول", "إلغاء العمود «Sum» في جدول", "إضافة الخلية «note» في جدول"],
    ["zh", "在表格中新增一列“Year”", "在表格中删除一列“Sum”", "在表格中新增一个单元格“note”"],
  ] as const)("[U1] in %s", (language, added, suppressed, cell) => {
    const plain = (said: string) => said.replaceAll("\u00A0", " ");
    const wider = [
      ["Region", "Sum", "Year"],
      ["Africa", "10", "2026"],
      ["Europe", "20", "2030"],
    ];
    expect(summaryOf(wider, language).map(plain)).toEqual([added]);
    expect(summaryOf([["Region"], ["Africa"], ["Europe"]], language).map(plain)).toEqual([suppressed]);
    expect(
      summaryOf(
        [
          ["Region", "Sum"],
          ["Africa", "10", "note"],
          ["Europe", "20"],
        ],
        language,
      ).map(plain),
    ).toEqual([cell]);
  });
  test("[U1] a column without a header is known by its number, a clause in a cell by its kind", () => {
    expect(
      summaryOf(
        [
          ["Region", "Sum", ""],
          ["Africa", "10", "2026"],
          ["Europe", "20", "2030"],
        ],
        "en",
      ),
    ).toEqual(["Added column 3 in a table"]);
    expect(
      summaryOf(
        [
          ["Region", "Sum"],
          ["Africa", ""],
          ["Europe", "20"],
        ],
        "en",
      ),
    ).toEqual(["Suppressed paragraph: “10”"]);
  });
});

/** One change of each kind, words three times. */
const cases: readonly (readonly [ChangeKind, readonly Clause[]])[] = [
  ["text", [title, call, says(one, "that States report"), sub, two, dash, sums]],
  ["text", [title, call, one, says(sub, "every second year"), two, dash, sums]],
  ["text", [says(title, "Internet"), call, one, sub, two, dash, sums]],
  ["add", [title, call, one, sub, two, item("3", "that time be given", { id: "n" }), dash, sums]],
  ["suppress", [title, call, one, sub, dash, sums]],
  ["move", [title, call, two, one, sub, dash, sums]],
  ["label", [title, call, one, sub, { ...two, label: "3" }, dash, sums]],
  ["kind", [title, call, one, sub, two, { ...dash, kind: "paragraph" }, sums]],
  ["kind", [title, call, one, { ...sub, level: 2 }, two, dash, sums]],
  [
    "marks",
    [title, call, one, sub, { ...two, content: content("that a ", run("fund", "bold"), " be set up") }, dash, sums],
  ],
  ["row", [title, call, one, sub, two, dash, { ...sums, rows: [...sums.rows, ...rows] }]],
];

/** Without isolates, and with common spaces inside French quotation marks. */
const expected: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Deleted “shall” in resolves 1",
    "Inserted “second” in resolves 1 a)",
    "Replaced “Broadband” with “Internet” in the title",
    "Added resolves 3: “that time be given”",
    "Suppressed resolves 2: “that a fund be set up”",
    "Moved “that a fund be set up” in resolves 2",
    "Renumbered “2” as “3” in resolves",
    "Changed item to paragraph in resolves",
    "Changed level 2 to 3 in resolves 1 a)",
    "Changed formatting of “fund” from plain to bold in resolves 2",
    "Added row “Europe 20” in a table",
  ],
  fr: [
    "Suppression de « shall » au point 1 de « resolves »",
    "Insertion de « second » au point 1 a) de « resolves »",
    "Remplacement de « Broadband » par « Internet » dans le titre",
    "Ajout, point 3 de « resolves » : « that time be given »",
    "Suppression, point 2 de « resolves » : « that a fund be set up »",
    "Déplacement de « that a fund be set up » au point 2 de « resolves »",
    "Renumérotation de « 2 » en « 3 » sous « resolves »",
    "Changement de nature sous « resolves » : point → paragraphe",
    "Passage du niveau 2 au niveau 3 au point 1 a) de « resolves »",
    "Changement de mise en forme de « fund » au point 2 de « resolves » : normal → gras",
    "Ajout de la ligne « Europe 20 » dans un tableau",
  ],
  es: [
    "Supresión de «shall» en el punto 1 de «resolves»",
    "Inserción de «second» en el punto 1 a) de «resolves»",
    "Sustitución de «Broadband» por «Internet» en el título",
    "Adición, punto 3 de «resolves»: «that time be given»",
    "Supresión, punto 2 de «resolves»: «that a fund be set up»",
    "Traslado de «that a fund be set up» en el punto 2 de «resolves»",
    "Renumeración de «2» como «3» en «resolves»",
    "Cambio de tipo en «resolves»: punto → párrafo",
    "Paso del nivel 2 al nivel 3 en el punto 1 a) de «resolves»",
    "Cambio de formato de «fund» en el punto 2 de «resolves»: normal → negrita",
    "Adición de la fila «Europe 20» en un cuadro",
  ],
  ru: [
    "Удалено «shall» в пункте 1 раздела «resolves»",
    "Вставлено «second» в пункте 1 a) раздела «resolves»",
    "Заменено «Broadband» на «Internet» в названии",
    "Добавлено, пункт 3 раздела «resolves»: «that time be given»",
    "Исключено, пункт 2 раздела «resolves»: «that a fund be set up»",
    "Перемещено «that a fund be set up» в пункте 2 раздела «resolves»",
    "Обозначение «2» изменено на «3» в разделе «resolves»",
    "Изменён вид в разделе «resolves»: пункт → абзац",
    "Изменён уровень в пункте 1 a) раздела «resolves»: 2 → 3",
    "Изменено оформление «fund» в пункте 2 раздела «resolves»: обычный → полужирный",
    "Добавлена строка «Europe 20» в таблице",
  ],
  ar: [
    "حذف «shall» في الفقرة 1 من «resolves»",
    "إدراج «second» في الفقرة 1 a) من «resolves»",
    "الاستعاضة عن «Broadband» بـ «Internet» في العنوان",
    "إضافة الفقرة 3 من «resolves»: «that time be given»",
    "إلغاء الفقرة 2 من «resolves»: «that a fund be set up»",
    "نقل «that a fund be set up» في الفقرة 2 من «resolves»",
    "تغيير الترقيم من «2» إلى «3» في «resolves»",
    "تغيير النوع من بند إلى فقرة في «resolves»",
    "تغيير المستوى من 2 إلى 3 في الفقرة 1 a) من «resolves»",
    "تغيير تنسيق «fund» من عادي إلى غامق في الفقرة 2 من «resolves»",
    "إضافة الصف «Europe 20» في جدول",
  ],
  zh: [
    "在“resolves”1中删除“shall”",
    "在“resolves”1 a)中插入“second”",
    "在标题中将“Broadband”改为“Internet”",
    "新增“resolves”3：“that time be given”",
    "删除“resolves”2：“that a fund be set up”",
    "在“resolves”2中移动“that a fund be set up”",
    "在“resolves”中编号由“2”改为“3”",
    "在“resolves”中类型由条目改为段落",
    "在“resolves”1 a)中层级由2改为3",
    "在“resolves”2中“fund”的格式由普通改为粗体",
    "在表格中新增一行“Europe 20”",
  ],
};

describe.each(languages)("summaries in %s", (language) => {
  test("[U1] every kind of change in one line", () => {
    const said = cases.flatMap(([, clauses]) => summaries(clauses, language));
    expect(said.map((line) => line.replaceAll("\u00A0", " ").replace(/[\u2068\u2069]/g, ""))).toEqual(
      expected[language],
    );
  });

  test("[U2] any change of any text gives one line of words and quotation marks in pairs", () => {
    fc.assert(
      fc.property(amendments(language), fc.constantFrom(...languages), ({ base: from, current }, reader) => {
        const redline = compare(from, current, { ids: "trusted" });
        for (const change of redline.changes) {
          const said = summary(change, redline, reader);
          expect(said).not.toMatch(/[\n\t\u2028\uFFFC]|undefined|null/);
          expect(said.length).toBeGreaterThan(4);
        }
      }),
    );
  });
});

test("[U1] the cases show every kind of change", () => {
  const kinds = cases.flatMap(([, clauses]) =>
    compare(base, { ...base, clauses }, { ids: "trusted" }).changes.map(({ kind }) => kind),
  );
  expect(kinds).toEqual(cases.map(([kind]) => kind));
});

test("[U1] a footnote, and a clause under no call, say what they are", () => {
  const own = text("en", [
    clause("paragraph", content("Noted", anchor("f1"))),
    item("a)", "that is so"),
    clause("footnote", "See above.", { id: "f1", label: "1" }),
  ]);
  const [noted, listed, note] = own.clauses as [Clause, Clause, Clause];
  expect(
    summaries(
      [
        { ...noted, content: content("Noted well", anchor("f1")) },
        says(listed, "that was so"),
        says(note, "See below."),
      ],
      "en",
      own,
    ),
  ).toEqual([
    "Inserted “well” in a paragraph",
    "Replaced “is” with “was” in item a)",
    "Replaced “above” with “below” in footnote 1",
  ]);
});

test("[U2] long words are shortened at a word", () => {
  const long = "that Member States and Sector Members contribute to the work of the study groups each year";
  expect(summaries([title, call, one, sub, says(two, long), dash, sums])).toEqual([
    "Replaced “a fund be set up” with “Member States and Sector Members contribute to the work of…” in resolves 2",
  ]);
  expect(summaries([title, call, one, sub, two, item("3", long, { id: "n" }), dash, sums])).toEqual([
    "Added resolves 3: “that Member States and Sector Members contribute to the…”",
  ]);
});

test("[U2] words in the other direction are isolated, French marks keep to their words, an anchor is named", () => {
  const [, shorter] = cases[0]!;
  expect(summaries(shorter, "ar")).toEqual([
    "حذف «\u2068shall\u2069» في الفقرة \u20681\u2069 من «\u2068resolves\u2069»",
  ]);
  expect(summaries(shorter, "fr")).toEqual(["Suppression de «\u00A0shall\u00A0» au point 1 de «\u00A0resolves\u00A0»"]);
  const noted = { ...two, content: content("that a fund be set up", anchor("f1")) };
  const note = clause("footnote", "Soon.", { id: "f1", label: "1" });
  expect(summaries([title, call, one, sub, noted, dash, sums, note])).toEqual([
    "Inserted footnote in resolves 2",
    "Added footnote 1: “Soon.”",
  ]);
});

test("[U1] a move with new labels says both", () => {
  const clauses = [title, call, { ...two, label: "1" }, { ...one, label: "2" }, sub, dash, sums];
  expect(summaries(clauses)).toEqual([
    "Moved resolves 2 to resolves 1: “that a fund be set up”",
    "Renumbered “2” as “1” in resolves",
    "Renumbered “1” as “2” in resolves",
  ]);
});

test("a change of another redline is refused", () => {
  const redline = compare(base, { ...base, clauses: [title] });
  expect(() => summary(redline.changes[0]!, compare(base, base), "en")).toThrow("take it from redline.changes");
});

describe("[U1] a split and a merge", () => {
  const whole = text("en", [
    clause("call", "resolves"),
    item("3", "to study the use of satellites in remote areas; to report on it to the Council;"),
  ]);
  const pieces = text("en", [
    clause("call", "resolves"),
    item("3", "to study the use of satellites in remote areas;"),
    item("4", "to report on it to the Council;"),
  ]);
  const lines = (one: Text, other: Text, language: Language) => {
    const redline = compare(one, other);
    expect(redline.changes.map(({ kind }) => kind)).toEqual([one === whole ? "split" : "merge"]);
    return summary(redline.changes[0]!, redline, language)
      .replaceAll("\u00A0", " ")
      .replace(/[\u2068\u2069]/g, "");
  };

  test.each([
    [
      "en",
      "Split resolves 3 after “…satellites in remote areas;”",
      "Joined resolves 4 to resolves 3: “to report on it to the Council;”",
    ],
    [
      "fr",
      "Scission, point 3 de « resolves », après « …satellites in remote areas; »",
      "Fusion, point 4 de « resolves » → point 3 de « resolves » : « to report on it to the Council; »",
    ],
    [
      "es",
      "División, punto 3 de «resolves», después de «…satellites in remote areas;»",
      "Fusión, punto 4 de «resolves» → punto 3 de «resolves»: «to report on it to the Council;»",
    ],
    [
      "ru",
      "Разделено, пункт 3 раздела «resolves», после «…satellites in remote areas;»",
      "Объединено, пункт 4 раздела «resolves» → пункт 3 раздела «resolves»: «to report on it to the Council;»",
    ],
    [
      "ar",
      "تقسيم الفقرة 3 من «resolves» بعد «…satellites in remote areas;»",
      "دمج الفقرة 4 من «resolves» في الفقرة 3 من «resolves»: «to report on it to the Council;»",
    ],
    [
      "zh",
      "将“resolves”3在“…satellites in remote areas;”之后分开",
      "将“resolves”4并入“resolves”3：“to report on it to the Council;”",
    ],
  ] as const)("in %s", (language, split, merge) => {
    expect(lines(whole, pieces, language)).toBe(split);
    expect(lines(pieces, whole, language)).toBe(merge);
  });
});
