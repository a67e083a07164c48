import type { Language } from "../language.ts";

/** Words that random texts are made of; some repeat in parts, as real ones do. */
export const words: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "the",
    "Member",
    "States",
    "shall",
    "may",
    "Resolution",
    "50",
    "(Rev.",
    "Kigali,",
    "2022)",
    "broadband",
    "of",
    "and",
  ],
  fr: ["les", "États", "Membres", "doivent", "l'accès", "Résolution", "50", "numérique", "à", "et", "peuvent,"],
  es: ["los", "Estados", "Miembros", "deberán", "acceso", "Resolución", "50", "a", "la", "y", "podrán,"],
  ru: ["Государства", "Члены", "должны", "доступ", "Резолюция", "50", "к", "и", "связи,", "могут"],
  ar: ["الدول", "الأعضاء", "يجب", "القرار", "50", "المراجَع", "في", "كيغالي،", "والاتصالات", "إلى"],
  zh: ["成员国", "应", "可", "第50号决议", "2022年，", "基加利，", "宽带", "和", "及", "电信发展"],
};

/** The labels of a list of random texts, by language: letters, then figures. */
export const labelRows: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    ["a)", "b)", "c)", "d)", "e)", "f)"],
    ["1", "2", "3", "4", "5", "6"],
    ["i)", "ii)", "iii)", "iv)", "v)", "vi)"],
    ["a)", "b)", "b)bis", "c)", "d)", "f)"],
    ["–", "–", "–", "–", "–", "–"],
    ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"],
  ],
  fr: [
    ["a)", "b)", "c)", "d)", "e)", "f)"],
    ["1", "2", "2bis", "3", "4", "5"],
  ],
  es: [
    ["a)", "b)", "c)", "d)", "e)", "f)"],
    ["1", "2", "3", "3A", "4", "5"],
  ],
  ru: [
    ["a)", "b)", "с)", "d)", "е)", "f)"],
    ["1", "2", "3", "4", "5", "6"],
  ],
  ar: [
    ["أ )", "ب)", "ج)", "د )", "هـ )", "و )"],
    ["أ)", "ب)", "ج)", "د)", "ه‍)", "و)"],
    ["1", "2", "3", "4", "5", "6"],
  ],
  zh: [
    ["a)", "b)", "c)", "d)", "e)", "f)"],
    ["1）", "2）", "3）", "4）", "5）", "6）"],
    ["一", "二", "三", "四", "五", "六"],
  ],
};

/** What stands between two words. */
export function space(language: Language): string {
  return language === "zh" ? "" : " ";
}
