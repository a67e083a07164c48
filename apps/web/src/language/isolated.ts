import i18next from "i18next";

/** Words to be put into a sentence of the page: where it runs from right to left they may run the other way. */
export function isolated(words: string): string {
  return i18next.dir() === "rtl" ? `\u2068${words}\u2069` : words;
}
