import type { Language } from "../language.ts";
import { findOpener } from "../openers/findOpener.ts";
import type { Reference } from "./reference.ts";

const latinLabel = "(?:\\d{1,2}(?:\\.\\d{1,2})*(?:bis|ter)?(?![\\d.]*\\d)|[a-zа-я]{1,2}\\)(?:bis|ter)?)";
const arabicLabel = "(?:\\d{1,2}(?:\\.\\d{1,2})*|[أ-ي]ـ? ?\\))";

/** Labels in a row: "e), f), g) and h)". */
function labels(label: string, and: string): string {
  return `(?<labels>${label}(?:(?:, | ?(?:${and}) ?|[–-]|、|，)${label})*)`;
}

/**
 * How a clause of the same text is named. Groups: `opener`, the words of a call that {@link findOpener} reads, and
 * `labels`. The addressee may stand between ("instructs the Council 2").
 */
const shapes: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?<![\\p{L}])(?<opener>\\p{Ll}+(?: \\p{Ll}+){0,2}?|(?:instructs|invites|requests|encourages) [\\p{L} -]{3,80}?) ${labels(latinLabel, "and|or|to")}(?! (?:times|years|months|days|weeks|per))`,
  ],
  fr: [
    `(?<![\\p{L}])(?<opener>\\p{Ll}+(?: en outre| également)?|charge [\\p{L}' -]{3,80}?) ${labels(latinLabel, "et|ou|à")}`,
    `(?:points?|alinéas?) ${labels(latinLabel, "et|ou|à")} du (?<opener>\\p{Ll}+(?: en outre)?)`,
  ],
  es: [
    `(?<![\\p{L}])(?<opener>\\p{Ll}+(?: además| también)?|encarga [\\p{L} -]{3,80}?) ${labels(latinLabel, "y|o|a")}`,
  ],
  ru: [
    `(?:пункт\\p{L}*|пп?\\.) ${labels(latinLabel, "и|или|–")} раздела ["«]?(?<opener>\\p{Ll}+(?: далее| также)?)`,
    `(?<![\\p{L}])(?<opener>\\p{Ll}+(?: далее| также)?),? ${labels(latinLabel, "и|или")}`,
  ],
  ar: [
    `[وفبكل]{0,2}(?:ال|ل)?فقر(?:ة|ات|تين|تان) ${labels(arabicLabel, "و|أو|إلى")} من ["«“]?(?<opener>[^"»”،.؛]{3,60}?)(?:["»”]|(?= أعلاه|$))`,
  ],
  zh: [
    `(?<opener>(?:进一步|亦)?(?:\\p{Script=Han}{1,2}[到及出决成求议]\\p{Script=Han}{0,12}?|请\\p{Script=Han}{0,12}?))${labels("(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-z]{1,2}[)）])", "和|及|至|或")}(?![\\d年月日个项次号款条届时%％])`,
  ],
};

/** References to clauses of the same text by opener and label. */
export function findClauseReferences(said: string, language: Language): readonly Reference[] {
  return shapes[language].flatMap((shape) =>
    [...said.matchAll(new RegExp(shape, "gu"))].flatMap((match) => {
      const words = match.groups?.["opener"] ?? "";
      const row = match.groups?.["labels"] ?? "";
      const found = openerAtEnd(words, language);
      if (!found) return [];
      const from = match[0].startsWith(words) ? match.index + words.length - found.said.length : match.index;
      const one = language === "ar" ? arabicLabel : `${latinLabel}|[a-z]{1,2}[)）]`;
      const named = [...row.matchAll(new RegExp(one, "gu"))].map((each) => each[0]);
      return [{ kind: "clause", from, to: match.index + match[0].length, opener: found.key, labels: named }];
    }),
  );
}

/** The longest ending of the words that begins with an opener: "the procedure in resolves" → "resolves". */
function openerAtEnd(words: string, language: Language): { readonly key: string; readonly said: string } | null {
  const step = language === "zh" ? /(?=\p{Script=Han})/gu : /(?<=^|\s)(?=\S)/gu;
  for (const { index } of words.matchAll(step)) {
    const said = words.slice(index);
    const opener = findOpener(said, language);
    if (opener) return { key: opener.key, said };
  }
  return null;
}
