import { type Language, languages } from "@plenary/document";

/** The namespace of Akoma Ntoso 3.0. */
export const AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/**
 * The namespace of the attributes that carry what Akoma Ntoso has no place for: `id`, `kind`, `level`, `label` of a
 * clause, the `footnote` of a noteRef, `none` on a place holder that the schema asks for, `look` on an element that is
 * there for its looks alone.
 */
export const PLENARY = "urn:plenary:text:1";

/** The languages by their codes of three letters, as Akoma Ntoso writes them. */
export const languageCodes: Readonly<Record<Language, string>> = {
  en: "eng",
  fr: "fra",
  es: "spa",
  ru: "rus",
  ar: "ara",
  zh: "zho",
};

/** The language that a code of two or three letters names, with or without a region; null for others. */
export function languageOf(code: string): Language | null {
  const said = code.toLowerCase().split(/[-_]/)[0] ?? "";
  const bibliographic = said === "fre" ? "fra" : said === "chi" ? "zho" : said;
  return languages.find((language) => language === said || languageCodes[language] === bibliographic) ?? null;
}
