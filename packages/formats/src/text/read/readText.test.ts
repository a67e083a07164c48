import { type Text, flatten, plainText, printed } from "@plenary/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Reading, readText } from "./readText.ts";

/** Every character but white space, sorted: what may not get lost. */
function characters(...said: string[]): string {
  return said
    .join("")
    .replace(/[\s\uFFFC]/g, "")
    .split("")
    .toSorted()
    .join("");
}

function expectNothingLost(source: string, { text, notes }: Reading): void {
  const removed = notes.map((note) => note.removed.replaceAll("\uFFFC", ""));
  const instead = notes.map((note) => note.instead);
  expect(characters(plainText(text), ...removed)).toBe(characters(source.replaceAll("\uFFFC", ""), ...instead));
}

function shape(text: Text): string[] {
  return text.clauses.map((clause) =>
    `${clause.kind}${clause.level || ""} ${clause.kind === "table" ? `${clause.rows.length}x${clause.rows[0]?.cells.length}` : printed(clause)}`.trim(),
  );
}

const resolutions: Record<string, string> = {
  en: "RESOLUTION 900 (Rev. Kigali, 2022)\nPostal pigeons\nThe World Telecommunication Development Conference (Kigali, 2022),\nrecalling\na)\tthe first;\nb)\tthe second,\nresolves\n1\tto begin;\n2\tto end.",
  fr: "RÉSOLUTION 900 (Rév. Kigali, 2022)\nLes pigeons\nLa Conférence mondiale de développement des télécommunications (Kigali, 2022),\nrappelant\na)\tla première;\nb)\tla seconde,\ndécide\n1\tde commencer;\n2\tde finir.",
  es: "RESOLUCIÓN 900 (Rev. Kigali, 2022)\nLas palomas\nLa Conferencia Mundial de Desarrollo de las Telecomunicaciones (Kigali, 2022),\nrecordando\na)\tla primera;\nb)\tla segunda,\nresuelve\n1\tcomenzar;\n2\tterminar.",
  ru: "РЕЗОЛЮЦИЯ 900 (Пересм. Кигали, 2022 г.)\nПочтовые голуби\nВсемирная конференция по развитию электросвязи (Кигали, 2022 г.),\nнапоминая\na)\tпервое;\nb)\tвторое,\nрешает\n1\tначать;\n2\tкончить.",
  ar: "القرار 900 (المراجَع في كيغالي، 2022)\nالحمام الزاجل\nإن المؤتمر العالمي لتنمية الاتصالات (كيغالي، 2022)،\nإذ يذكّر\nأ )\tالأول؛\nب)\tالثاني،\nيقرر\n1\tالبدء؛\n2\tالإنهاء.",
  zh: "第900号决议（2022年，基加利，修订版）\n信鸽\n世界电信发展大会（2022年，基加利），\n忆及\na)\t第一；\nb)\t第二，\n做出决议\n1\t开始；\n2\t结束。",
};

describe("a resolution in each language", () => {
  test.each(Object.entries(resolutions))("%s", (language, source) => {
    const { text, notes } = readText(source);
    expect(text.language).toBe(language);
    const kinds = ["number", "title", "opening", "call", "item", "item", "call", "item", "item"];
    expect(text.clauses.map((clause) => clause.kind)).toEqual(kinds);
    expect(plainText(text)).toBe(`${source}\n`);
    expect(notes).toEqual([]);
  });
});

describe("residue of a conversion", () => {
  test("bookmarks, bullets of the Symbol font and footnotes inside a cell", () => {
    const source =
      "\t[bookmark: a1]Goal\n\n\tA goal[footnoteRef:1]1. [1: 1 \tA note.] \n\nResults:\n1\tone\n2\ttwo\n\n\n[bookmark: b]\uF0B7\ta point\n";
    const reading = readText(source);
    expect(shape(reading.text)).toEqual(["table 2x1", "item •\ta point", "footnote 1\tA note."]);
    expect(flatten(reading.text.clauses[0]!.rows[1]!.cells[0]!.clauses[0]!.content)).toBe("A goal\uFFFC.");
    expectNothingLost(source, reading);
  });

  test("a footer after a rule", () => {
    const { text, notes } = readText("The last line of the text.\n______\n\n• http://www.example.org/council •\n");
    expect(shape(text)).toEqual(["paragraph The last line of the text."]);
    expect(notes.map((note) => note.kind)).toEqual(["artefact", "artefact"]);
  });
});

describe("Markdown", () => {
  test("headings, lists, formatting, a table and a footnote", () => {
    const source =
      "# 1 Background\n\nWe *hope* for **much**[^1]\nand more.\n\n- one\n- two\n  - deeper\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Not too much.\n";
    const reading = readText(source, { name: "notes.md" });
    expect(shape(reading.text)).toEqual([
      "heading 1\tBackground",
      "paragraph We hope for much and more.",
      "item –\tone",
      "item –\ttwo",
      "item –\tdeeper",
      "table 2x2",
      "footnote 1\tNot too much.",
    ]);
    expectNothingLost(source, reading);
  });

  test("labels behind a list sign stay labels; a footnote far from its anchor is found", () => {
    const source = "resolves\n\n- a) for countries¹ first;\n- b) for others.\n\n¹ Those that need it.\n";
    const reading = readText(source);
    expect(shape(reading.text)).toEqual([
      "call resolves",
      "item a)\tfor countries first;",
      "item b)\tfor others.",
      "footnote ¹\tThose that need it.",
    ]);
  });
});

test("no character is lost, whatever the lines are", () => {
  const sign = fc.constantFrom(
    ..."\t \t # - * ** | |a|b| |---| [bookmark: x] [footnoteRef:1]1 \uF0B7 ¹ ______ MOD IAP/24A13/1 1 1.1 a) i) • – 考虑到 recalling RESOLUTION ANNEX Reasons: Summary: http://a.org [^1] [^1]:".split(
      " ",
    ),
    " [1: 1 \tnote] ",
    "\n",
    "\n\n",
    "\n\t",
  );
  const source = fc.array(
    fc.oneof(sign, fc.constant(" "), fc.string({ unit: "grapheme", maxLength: 8 }), fc.lorem({ maxCount: 3 })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(source, (parts) => {
      const said = parts.join("");
      expectNothingLost(said, readText(said));
      expectNothingLost(said, readText(said, { name: "a.md" }));
    }),
    { numRuns: 400 },
  );
});
