import type { Language } from "../language.ts";

/** What a text is, by its number line. */
export type TitleKind = "resolution" | "decision" | "recommendation";

/**
 * A number line read: "RESOLUTION 85 (Rev. Kigali, 2022)". `number` is the tag without its brackets in a draft new
 * text, null when none is given; `city` and `year` are null when they are not named.
 */
export interface Title {
  readonly kind: TitleKind;
  readonly draft: boolean;
  readonly number: string | null;
  readonly city: string | null;
  readonly year: number | null;
  readonly revised: boolean;
}

interface Words {
  readonly kinds: Readonly<Record<TitleKind, string>>;
  readonly draft: string;
  readonly revised: string;
}

const words: Readonly<Record<Exclude<Language, "zh">, Words>> = {
  en: {
    kinds: { resolution: "RESOLUTION", decision: "DECISION", recommendation: "RECOMMENDATION" },
    draft: "DRAFT(?: NEW)? ",
    revised: "Rev\\.",
  },
  fr: {
    kinds: { resolution: "R[ÉE]SOLUTION", decision: "D[ÉE]CISION", recommendation: "RECOMMANDATION" },
    draft: "PROJET DE (?:NOUVELLE )?",
    revised: "R[ée]v\\.",
  },
  es: {
    kinds: { resolution: "RESOLUCI[ÓO]N", decision: "ACUERDO", recommendation: "RECOMENDACI[ÓO]N" },
    draft: "PROYECTO DE (?:NUEVA |NUEVO )?",
    revised: "Rev\\.",
  },
  ru: {
    kinds: { resolution: "РЕЗОЛЮЦИ[ЯИ]", decision: "РЕШЕНИ[ЕЯ]", recommendation: "РЕКОМЕНДАЦИ[ЯИ]" },
    draft: "ПРОЕКТ (?:НОВОЙ |НОВОГО )?",
    revised: "Пересм\\.",
  },
  ar: {
    kinds: { resolution: "القرار", decision: "المقرر", recommendation: "التوصية" },
    draft: "مشروع ",
    revised: "المراج[َ]?ع(?:ة)? في",
  },
};

const kinds: readonly TitleKind[] = ["resolution", "decision", "recommendation"];
const zhKinds: Readonly<Record<string, TitleKind>> = { 决议: "resolution", 决定: "decision", 建议: "recommendation" };

/** The title that a whole line is; null when it is none. */
export function findTitle(line: string, language: Language): Title | null {
  const said = line
    .replace(/[\u0640\u200E\u200F\u202A-\u202E]/g, "")
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
  if (language === "zh") return chinese(said);
  const { kinds: names, draft, revised } = words[language];
  for (const kind of kinds) {
    const shape = new RegExp(
      `^(${draft})?${names[kind]}(?: (?:الجديد|الجديدة))? ?(?:(\\[[^\\]]*\\])|((?:ITU-[RTD] |UIT-[RTD] |МСЭ-[RTD] )?\\d+(?:-\\d+)?))? ?(?:\\((${revised})?\\s*(.*?)[,،]? ?(\\d{4})?(?: г\\.)?\\))?$`,
      "iu",
    );
    const match = shape.exec(said);
    if (!match) continue;
    const [, isDraft, tag, number, rev, city, year] = match;
    if (!tag && !number) continue;
    return title(kind, isDraft !== undefined, tag?.slice(1, -1) ?? number, city, year, rev !== undefined);
  }
  return null;
}

function chinese(said: string): Title | null {
  const numbered = /^第(\d+)号(决议|决定|建议)(草案)?(?:[（(](.*?)[）)])?$/.exec(said);
  const drafted = /^新(决议|决定|建议)草案(?:\[([^\]]*)\])?(?:[（(](.*?)[）)])?$/.exec(said);
  const name = numbered?.[2] ?? drafted?.[1];
  const kind = name === undefined ? undefined : zhKinds[name];
  if (kind === undefined) return null;
  const parts = (numbered?.[4] ?? drafted?.[3] ?? "").split(/[，,]/);
  const year = parts.find((part) => /^\d{4}年$/.test(part));
  const revised = parts.includes("修订版");
  const city = parts.find((part) => part !== year && part !== "修订版");
  const number = numbered?.[1] ?? drafted?.[2];
  return title(kind, drafted !== null || numbered?.[3] !== undefined, number, city, year?.slice(0, 4), revised);
}

function title(
  kind: TitleKind,
  draft: boolean,
  number: string | undefined,
  city: string | undefined,
  year: string | undefined,
  revised: boolean,
): Title {
  return { kind, draft, number: number || null, city: city || null, year: year ? Number(year) : null, revised };
}
