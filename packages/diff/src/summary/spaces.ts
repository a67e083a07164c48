import { ANCHOR, type Language } from "@plenary/document";
import { type SpaceKind, spaceKinds, spaceNames } from "./phrases/spaceNames.ts";

const unseen: Readonly<Record<SpaceKind, RegExp>> = {
  space: /^ $/,
  noBreak: /^[\u00A0\u2007]$/,
  narrow: /^\u202F$/,
  thin: /^[\u2005\u2006\u2008-\u200A\u205F]$/,
  wide: /^[\u2000-\u2004\u3000]$/,
  tab: /^\t$/,
  lineBreak: /^[\n\v\f\r\u0085\u2028\u2029]$/,
  zeroWidth: /^[\u200B\uFEFF]$/,
  joiner: /^(?:\u200C|\u200D|\u2060)$/,
  direction: /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]$/,
  softHyphen: /^\u00AD$/,
};

const runs = /([\s\u0085\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF])\1*/gu;

/**
 * Both sides of a change that nobody could tell apart as they are printed, with what is not seen named in the
 * language: `10⟨no-break space⟩000`; null where something is seen to change. A single plain space between words
 * stays one.
 */
export function revealed(deleted: string, inserted: string, language: Language): readonly [string, string] | null {
  if (deleted === inserted || seen(deleted) !== seen(inserted)) return null;
  return [named(deleted, language), named(inserted, language)];
}

function seen(said: string): string {
  return said
    .replaceAll(ANCHOR, "\0")
    .replace(runs, (run) => (/\s/u.test(run) ? " " : ""))
    .replace(/ +/g, " ")
    .trim();
}

function named(said: string, language: Language): string {
  const alone = said.replace(runs, "") === "";
  return said.replace(runs, (run, sign: string) => {
    const times = run.length / sign.length;
    if (!alone && times === 1 && sign === " ") return sign;
    const kind = spaceKinds.find((one) => unseen[one].test(sign)) ?? "space";
    return `⟨${spaceNames[language][kind]}${times > 1 ? ` × ${times}` : ""}⟩`;
  });
}
