import type { Language } from "../language.ts";
import { findClauseReferences } from "./findClauseReferences.ts";
import { patterns } from "./patterns.ts";
import type { Reference } from "./reference.ts";

const kinds = ["resolution", "decision", "recommendation"] as const;

/** The references in a flat content, in order, none overlapping another. Empty when there are none. */
export function findReferences(flat: string, language: Language): readonly Reference[] {
  // One unit stays one unit, so that ranges count in the content as it is.
  const said = flat.replace(/[\u00A0\u202F\u2028]/g, " ");
  const found = [...texts(said, language), ...provisions(said, language), ...findClauseReferences(said, language)];
  const ordered = found.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const out: Reference[] = [];
  for (const each of ordered) if (each.from >= (out.at(-1)?.to ?? 0)) out.push(each);
  return out;
}

function texts(said: string, language: Language): readonly Reference[] {
  return [...said.matchAll(new RegExp(patterns[language].text, "gu"))].flatMap((match) => {
    const groups = match.groups ?? {};
    const kind = kinds.find((each) => groups[each] !== undefined);
    const number = groups["number"];
    if (!kind || number === undefined) return [];
    const range = { from: match.index, to: match.index + match[0].length };
    return [{ kind, ...range, number, ...readEdition(groups["edition"] ?? "", language) }];
  });
}

function provisions(said: string, language: Language): readonly Reference[] {
  return [...said.matchAll(new RegExp(patterns[language].provision, "gu"))].flatMap((match) => {
    const groups = match.groups ?? {};
    const number = groups["number"];
    if (number === undefined) return [];
    const of = groups["constitution"] === undefined ? "convention" : "constitution";
    const range = { from: match.index, to: match.index + match[0].length };
    return [{ kind: "provision", ...range, number, article: groups["article"] ?? null, of }];
  });
}

/** "Rev. Kigali, 2022", "المراجَع في دبي، 2018", "2018年，迪拜，修订版" in their parts. */
function readEdition(
  edition: string,
  language: Language,
): { city: string | null; year: number | null; revised: boolean } {
  const { revised } = patterns[language];
  const year = /\d{4}/.exec(edition)?.[0];
  const city = edition
    .split(/[,،，;؛；]/)
    .map((part) =>
      part
        .replace(revised, "")
        .replace(/^\s*[\u064B-\u0652]?(?:ة)?\s*في /u, "")
        .trim(),
    )
    .find((part) => part !== "" && !/\d/.test(part) && part !== "г.");
  return { city: city ?? null, year: year === undefined ? null : Number(year), revised: revised.test(edition) };
}
