import type { Language } from "../language.ts";
import type { Derived, Label, Series } from "./label.ts";

const words: Readonly<Record<"latin" | "arabic" | "han", readonly string[]>> = {
  latin: ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"],
  arabic: ["مكرراً", "مكرراً ثانياً", "مكرراً ثالثاً", "مكرراً رابعاً", "مكرراً خامساً", "مكرراً سادساً"],
  han: ["之二", "之三", "之四", "之五", "之六", "之七", "之八", "之九", "之十"],
};

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const tail =
  /^(.*?)([\s\u00A0]*)(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|مكرر\S*(?: \S+)?|之[二三四五六七八九十])$/u;

/** A string without the derivation at its end, and that derivation; null when it ends in none. */
export function splitDerived(
  said: string,
): { readonly rest: string; readonly derived: Omit<Derived, "inside"> } | null {
  const match = tail.exec(said);
  if (match) {
    const [, rest = "", gap = "", word = ""] = match;
    const found = find(word);
    return found && rest !== "" ? { rest, derived: { ...found, gap } } : null;
  }
  const capital = /^(.*\d)([A-Z])$/.exec(said);
  if (!capital) return null;
  const [, rest = "", letter = ""] = capital;
  return { rest, derived: { series: "capital", nth: capitals.indexOf(letter) + 1, gap: "" } };
}

/** The derivation as printed, without its gap; past the end of the words the last one with a number. */
export function printDerived(derived: Derived): string {
  const known = derived.series === "capital" ? capitals.split("") : words[derived.series];
  const word = known[derived.nth - 1];
  return word ?? `${known.at(-1)!}${derived.nth}`;
}

/** How a label's first derivation is written in this language when its list shows no example. */
export function usualDerived(label: Label, language: Language): Derived {
  const bracketed = label.close !== "";
  if (language === "ar" || label.family === "abjad")
    return { series: "arabic", nth: 1, inside: false, gap: bracketed ? "" : " " };
  if (language === "zh" || label.family === "han") return { series: "han", nth: 1, inside: bracketed, gap: "" };
  return { series: "latin", nth: 1, inside: false, gap: "" };
}

function find(word: string): { series: Series; nth: number } | null {
  const plain = bare(word);
  for (const series of ["latin", "arabic", "han"] as const) {
    const at = words[series].findIndex((known) => bare(known) === plain);
    if (at >= 0) return { series, nth: at + 1 };
  }
  return null;
}

function bare(word: string): string {
  return word.replace(/[\u064B-\u0652]/g, "");
}
