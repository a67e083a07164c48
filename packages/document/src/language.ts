/** The six languages of the conference, by their ISO 639-1 codes. */
export const languages = ["en", "fr", "es", "ru", "ar", "zh"] as const;

/** A language a text is written in; every text has exactly one. */
export type Language = (typeof languages)[number];

/** The direction in which a language is written. */
export function direction(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** Whether a value names one of the six languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
