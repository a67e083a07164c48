import type { Language } from "../language.ts";

/**
 * Patterns for references to other texts and to provisions. Named groups: `resolution`, `decision`, `recommendation`
 * (the word that matched), `number`, `edition` (inside its brackets); `constitution`, `convention`, `article`.
 */
interface Patterns {
  readonly text: string;
  readonly provision: string;
  readonly revised: RegExp;
}

const number = "(?<number>(?:(?:ITU|UIT|МСЭ)-[RTDРТД] )?\\d+(?:-\\d+)?)(?![\\d%])";
const edition = "(?: ?[(（](?<edition>[^()（）]*(?:\\d{4}|-\\d{2})[^()（）]*)[)）])?";
const provisionNumber = "(?<number>\\d+[A-Z]?(?:bis|ter)?)";

export const patterns: Readonly<Record<Language, Patterns>> = {
  en: {
    text: `(?:(?<resolution>\\bResolutions?)|(?<decision>\\bDecisions?)|(?<recommendation>\\bRecommendations?)) ${number}${edition}`,
    provision: `\\bNos?\\. ?${provisionNumber}(?: \\(Article (?<article>\\d+)\\))? of the (?:ITU )?(?:(?<constitution>Constitution)|(?<convention>Convention))`,
    revised: /Rev\./i,
  },
  fr: {
    text: `(?:(?<resolution>Résolutions?)|(?<decision>Décisions?)|(?<recommendation>Recommandations?)) ${number}${edition}`,
    provision: `(?:numéros?|n[°o]) ${provisionNumber}(?: \\([Aa]rticle (?<article>\\d+)\\))? de la (?:(?<constitution>Constitution)|(?<convention>Convention))`,
    revised: /R[ée]v\./i,
  },
  es: {
    text: `(?:(?<resolution>Resoluci(?:ón|ones))|(?<decision>(?:Acuerdo|Decisión|Decisiones)s?)|(?<recommendation>Recomendaci(?:ón|ones))) ${number}${edition}`,
    provision: `números? ${provisionNumber}(?: \\([Aa]rtículo (?<article>\\d+)\\))? (?:de la|del) (?:(?<constitution>Constitución)|(?<convention>Convenio))`,
    revised: /Rev\./i,
  },
  ru: {
    text: `(?:(?<resolution>Резолюци(?:ями|ях|ям|ей|я|и|ю|й))|(?<decision>Решени(?:ями|ях|ям|ем|е|я|ю|и|й))|(?<recommendation>Рекомендаци(?:ями|ях|ям|ей|я|и|ю|й))) ${number}${edition}`,
    provision: `(?:пп?\\.|пункт\\S*) ?${provisionNumber}(?: \\(Стать\\S+ (?<article>\\d+)\\))? (?:(?<constitution>Устава)|(?<convention>Конвенции))`,
    revised: /Пересм\./i,
  },
  ar: {
    text: `[وفبكل]{0,2}(?:ال|ل)(?:(?<resolution>قرار)|(?<decision>مقرر)|(?<recommendation>توصية)) ${number}${edition}`,
    provision: `[وفبكل]{0,2}(?:ال|ل)رقم ${provisionNumber}(?: \\(المادة (?<article>\\d+)\\))? من (?:(?<constitution>[ال]*دستور)|(?<convention>(?:ال)?اتفاقية))`,
    revised: /المراج\u064E?ع/,
  },
  zh: {
    text: `(?:ITU-[RTD])?第(?<number>\\d+(?:-\\d+)?)号(?:(?<resolution>决议)|(?<decision>决定)|(?<recommendation>建议))${edition}`,
    provision: `《(?:(?<constitution>组织法)|(?<convention>公约))》(?:[（(]第(?<article>\\d+)条[）)])?第(?<number>\\d+[A-Z]?)款`,
    revised: /修订版/,
  },
};
