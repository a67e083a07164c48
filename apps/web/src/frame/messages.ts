import { type Language, isLanguage, languages } from "@plenary/document";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import ar from "../messages/ar.json" with { type: "json" };
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import fr from "../messages/fr.json" with { type: "json" };
import ru from "../messages/ru.json" with { type: "json" };
import zh from "../messages/zh.json" with { type: "json" };
import { blanksFormatter } from "../language/numbers.ts";

/** Every visible string in the six languages. Keys are flat; a plural's key ends in `_` and its category. */
const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, fr, es, ru, ar, zh };

/** How the blanks of messages are filled. */
export const interpolation = { escapeValue: false, alwaysFormat: true };

/** The languages by their own names. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  ru: "Русский",
  ar: "العربية",
  zh: "中文",
};

const stored = "plenary-language";

/** The language of the interface to begin with: the one chosen before, else the browser's, else English. */
function firstLanguage(): Language {
  const wanted = [localStorage.getItem(stored), ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wanted.find(isLanguage) ?? "en";
}

/** Loads the messages; to be awaited before the first rendering. */
export async function loadMessages(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(blanksFormatter)
    .init({
      lng: firstLanguage(),
      supportedLngs: [...languages],
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      interpolation,
      resources: Object.fromEntries(languages.map((language) => [language, { translation: catalogues[language] }])),
    });
}

/** Changes the language of the interface, for later visits too. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(stored, language);
  await i18next.changeLanguage(language);
}
