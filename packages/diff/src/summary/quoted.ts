import { ANCHOR, BREAK, type Language, direction } from "@plenary/document";

/** Characters that a reader sees, above which words are shortened. */
const longest = 60;

/** Words as one line between the language's quotation marks, long ones shortened at a word with "…". */
export function quoted(said: string, language: Language, written: Language): string {
  const [open, close] = marks[language];
  const line = oneLine(said);
  return `${open}${isolated(shortened(line.trim() || line), language, written)}${close}`;
}

/** Words of a text inside a line of another direction keep to themselves. */
export function isolated(said: string, language: Language, written: Language): string {
  return direction(language) === direction(written) ? said : `\u2068${said}\u2069`;
}

/** Words with breaks and tabs as spaces, without anchors. */
export function oneLine(said: string): string {
  return said
    .replaceAll(ANCHOR, "")
    .replaceAll(BREAK, " ")
    .replace(/[\n\t]+/g, " ");
}

/** At most sixty characters; a longer string ends at a word, if there is one to end at, with "…". */
export function shortened(said: string): string {
  // No character as seen is longer than the slack; the rest need not be looked at.
  const characters = [...new Intl.Segmenter().segment(said.slice(0, longest * 16))].map(({ segment }) => segment);
  if (characters.length <= longest && said.length <= longest * 16) return said;
  const start = characters.slice(0, longest - 1).join("");
  const word = start.search(/\s+\S*$/);
  const kept = word > start.length / 2 ? start.slice(0, word) : start;
  return `${kept.replace(/[\s,;:،؛，；：]+$/u, "")}…`;
}

/** The last words of one line, at most thirty characters, after "…" where more stands before them. */
export function lastWords(said: string): string {
  const characters = [...new Intl.Segmenter().segment(said.slice(-longest * 16))].map(({ segment }) => segment);
  const kept = characters.slice(-longest / 2).join("");
  if (kept === said) return said;
  const word = kept.search(/\s\S/u);
  return `…${word >= 0 && word < kept.length / 2 ? kept.slice(word + 1) : kept}`;
}

const marks: Readonly<Record<Language, readonly [string, string]>> = {
  en: ["“", "”"],
  fr: ["«\u00A0", "\u00A0»"],
  es: ["«", "»"],
  ru: ["«", "»"],
  ar: ["«", "»"],
  zh: ["“", "”"],
};
