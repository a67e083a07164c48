import type { FormatterModule } from "i18next";

/**
 * The locale for numbers and dates in a language of the interface. Arabic has the digits 0 to 9, whatever the browser's
 * own choice: those are the digits of the conference's Arabic documents, and of the numbers of texts and clauses.
 * English dates are written as the conference's documents write them: 28 Nov 2026, 22:15.
 */
export function localeOf(language: string): string {
  if (language === "ar") return "ar-u-nu-latn";
  return language === "en" ? "en-GB" : language;
}

const known = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it: with its digits, and its sign between thousands. */
export function numberIn(language: string, number: number): string {
  const format = known.get(language) ?? new Intl.NumberFormat(localeOf(language));
  known.set(language, format);
  return format.format(number);
}

/** Writes what stands in the blanks of messages: numbers as the language writes them, words as they are. */
export const blanksFormatter: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  // Messages name no formats of their own.
  add: () => undefined,
  addCached: () => undefined,
  format: (value: number | string | undefined, _format, language = "en") =>
    typeof value === "number" ? numberIn(language, value) : (value ?? ""),
};
