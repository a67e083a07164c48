import type { Clause, Language } from "@plenary/document";
import { count, said } from "./said.ts";

/** One regional initiative, as its box says it. */
export interface Initiative {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly expected_results: number;
  readonly has_objective: boolean;
  readonly has_expected_results_label: boolean;
  readonly footer_row: boolean;
  readonly rows: number;
  readonly cols: number;
  readonly id_contains_cyrillic: boolean;
}

const twins = "АВЕКМНОРСТУХІЅЈ";
const latin = "ABEKMHOPCTYXISJ";
const objective = /^(目标|Objectives?|Objectifs?|Objetivos?|Цель|Задача|الهدف)\s*[:：]/i;
const results =
  /^(预期成果|预期结果|Expected results|Résultats attendus|Resultados (esperados|previstos)|Ожидаемые результаты|النتائج المتوقعة|النتائج المتوخاة)\s*[:：]/i;

/** Reads the box of a regional initiative: a one-column table that begins `EUR1: title`. Null for any other table. */
export function initiativeOf(table: Clause): Initiative | null {
  const rows = table.rows.map((row) => row.cells[0]?.clauses ?? []);
  if (table.rows.some((row) => row.cells.length !== 1) || rows.length < 2) return null;
  const match = /^([A-Z\u0400-\u042F]{2,4})\s?(\d{1,2})\s*[:：]\s*(\S.*)$/u.exec(said(rows[0]?.[0]));
  if (!match) return null;
  const [, letters = "", number = "", title = ""] = match;
  const region = letters.replace(/./g, (letter) => latin[twins.indexOf(letter)] ?? letter);
  const body = rows[1] ?? [];
  return {
    id: `${region}${number}`,
    title,
    region,
    expected_results: count(body, (clause) => clause.kind === "item"),
    has_objective: body.some((clause) => objective.test(said(clause))),
    has_expected_results_label: body.some((clause) => results.test(said(clause))),
    footer_row: rows.length > 2,
    rows: rows.length,
    cols: 1,
    id_contains_cyrillic: /\p{Script=Cyrillic}/u.test(letters),
  };
}

const numbers: Readonly<Record<Language, string>> = {
  en: "one two three four five six seven eight nine ten",
  fr: "une deux trois quatre cinq six sept huit neuf dix",
  es: "una dos tres cuatro cinco seis siete ocho nueve diez",
  ru: "одна две три четыре пять шесть семь восемь девять десять",
  ar: "واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر",
  zh: "一 二 三 四 五 六 七 八 九 十",
};

/** How many initiatives a conclusion announces ("the following five …", "以下五项"); null when it names no number. */
export function announced(conclusion: string, language: Language): number | null {
  const words = numbers[language].split(" ");
  const found =
    language === "zh"
      ? /([二三四五六七八九十])项/.exec(conclusion)?.[1]
      : conclusion
          .toLowerCase()
          .match(/\p{L}+/gu)
          ?.find((word) => words.indexOf(word) > 0);
  return found === undefined ? null : words.indexOf(found) + 1;
}
