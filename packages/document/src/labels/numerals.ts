import type { Family } from "./label.ts";

const latin = "abcdefghijklmnopqrstuvwxyz";
const cyrillic = "абвгдежзиклмнопрстуфхцчшщэюя";
const abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const han = "一二三四五六七八九十";
const roman = [
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
] as const;

/** Cyrillic letters that look like Latin ones; they stand in Latin lists by mistake. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: "a",
  с: "c",
  е: "e",
  о: "o",
  р: "p",
  х: "x",
  у: "y",
  і: "i",
  ѕ: "s",
  ј: "j",
};

/** The core of a label with look-alike Cyrillic letters made Latin; null when another Cyrillic letter is in it. */
export function asLatin(core: string): string | null {
  const out = Array.from(core, (letter) => {
    const lower = letter.toLowerCase();
    const like = lookAlikes[lower];
    if (like === undefined) return letter;
    return letter === lower ? like : like.toUpperCase();
  });
  const said = out.join("");
  return /^[a-z]+$/i.test(said) ? said : null;
}

/** What ordinal, from 1, the core of a label says in this family (lower case); null when it says none. */
export function readNumeral(family: Family, core: string): number | null {
  switch (family) {
    case "letter":
    case "LETTER":
      return readLetters(latin, core);
    case "cyrillic":
    case "CYRILLIC":
      return readLetters(cyrillic, core);
    case "abjad":
      return readLetters(abjad, core);
    case "digit":
      return /^\d{1,4}$/.test(core) ? Number(core) : null;
    case "roman":
    case "ROMAN":
      return readRoman(core);
    case "han":
      return readHan(core);
    case "bullet":
      return null;
  }
}

/** The ordinal, from 1, as the family writes it; "0" where it is below what the family can say. */
export function printNumeral(family: Family, value: number): string {
  if (value < 1 || !Number.isSafeInteger(value)) return "0";
  switch (family) {
    case "letter":
      return printLetters(latin, value);
    case "LETTER":
      return printLetters(latin, value).toUpperCase();
    case "cyrillic":
      return printLetters(cyrillic, value);
    case "CYRILLIC":
      return printLetters(cyrillic, value).toUpperCase();
    case "abjad":
      return printLetters(abjad, value);
    case "roman":
      return printRoman(value);
    case "ROMAN":
      return printRoman(value).toUpperCase();
    case "han":
      return printHan(value);
    case "digit":
    case "bullet":
      return String(value);
  }
}

/** z is followed by aa, bb, … as in word processors; ab, ac, … are read too. */
function readLetters(alphabet: string, core: string): number | null {
  const places = Array.from(core, (letter) => alphabet.indexOf(letter));
  const first = places[0];
  if (first === undefined || places.includes(-1)) return null;
  if (places.every((place) => place === first) && places.length <= 3)
    return (places.length - 1) * alphabet.length + first + 1;
  return places.length === 2 ? (first + 1) * alphabet.length + places[1]! + 1 : null;
}

function printLetters(alphabet: string, value: number): string {
  const times = Math.ceil(value / alphabet.length);
  return alphabet[(value - 1) % alphabet.length]!.repeat(Math.min(times, 50));
}

function readRoman(core: string): number | null {
  if (!/^x{0,8}(ix|iv|v?i{0,3})$/.test(core) || core === "") return null;
  let rest = core;
  let value = 0;
  for (const [sign, worth] of roman) {
    while (rest.startsWith(sign)) {
      rest = rest.slice(sign.length);
      value += worth;
    }
  }
  return value;
}

function printRoman(value: number): string {
  let out = "";
  let rest = Math.min(value, 999);
  for (const [sign, worth] of roman) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}

function readHan(core: string): number | null {
  const match = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(core);
  if (!match || core === "") return null;
  const [, tens = "", ten = "", units = ""] = match;
  if (ten === "") return tens !== "" && units !== "" ? null : han.indexOf(tens + units) + 1;
  return (tens === "" ? 1 : han.indexOf(tens) + 1) * 10 + (units === "" ? 0 : han.indexOf(units) + 1);
}

function printHan(value: number): string {
  if (value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const units = value % 10;
  return `${tens > 1 ? han[tens - 1]! : ""}${tens > 0 ? "十" : ""}${units > 0 ? han[units - 1]! : ""}`;
}
