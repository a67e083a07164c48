import { type Language, languages } from "../language.ts";
import { type OpenerKind, phrases } from "./phrases.ts";

/** An opener found: `key` is the same in all languages (`considering`, `instructs`). */
export interface Opener {
  readonly key: string;
  readonly kind: OpenerKind;
}

interface Entry extends Opener {
  readonly phrase: string;
}

/** A call is one line: longer ones, and those that end like a sentence, are not openers. */
const longest: Readonly<Record<OpenerKind, number>> = { preambular: 60, operative: 220 };

/** Every opener of each language, longest phrase first. */
const openers: ReadonlyMap<Language, readonly Entry[]> = new Map(
  languages.map((language) => {
    const entries = (["preambular", "operative"] as const).flatMap((kind) => read(phrases[language][kind], kind));
    return [language, entries.toSorted((a, b) => b.phrase.length - a.phrase.length)];
  }),
);

/**
 * The opener that a line is or begins with ("instructs the Director …, in collaboration with …"); null when it is no
 * call: no opener, too long, or ended like an item with `;` or like a sentence.
 */
export function findOpener(line: string, language: Language): Opener | null {
  const said = plain(line);
  const entry = openers.get(language)?.find(({ phrase }) => begins(said, phrase, language));
  if (!entry) return null;
  if (said !== entry.phrase && (said.length > longest[entry.kind] || /[;；؛.。]$/.test(line.trim()))) return null;
  return { key: entry.key, kind: entry.kind };
}

function begins(said: string, phrase: string, language: Language): boolean {
  const starts = [phrase, ...(language === "ar" ? [`و${phrase}`] : [])];
  return starts.some((start) => {
    if (!said.startsWith(start)) return false;
    return language === "zh" || !/^[\p{L}\p{N}]/u.test(said.slice(start.length));
  });
}

function plain(line: string): string {
  return line
    .normalize("NFC")
    .replace(/[\u064B-\u0652\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[,،，:：]$/, "")
    .toLowerCase();
}

function read(table: string, kind: OpenerKind): readonly Entry[] {
  return table.split("\n").flatMap((row) => {
    const [key = "", said = ""] = row.split(" = ");
    return said.split(" | ").map((phrase) => ({ key, kind, phrase: plain(phrase) }));
  });
}
