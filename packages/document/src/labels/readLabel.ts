import { splitDerived } from "./derived.ts";
import type { Derived, Family, Label } from "./label.ts";
import { asLatin, readNumeral } from "./numerals.ts";

const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF\u0640]/g;
const bullets = /^[•‣◦▪▫●○■□–—‐‑‒−\-*·\uF0B7\uF0A7✓➢]$/u;
const shape = /^([([（［]?)(.+?)([\s\u00A0]*)([)\]）］.．、:：]*)$/u;

/**
 * A label as it is compared: without marks of direction, joiners and tatweel, presentation forms as plain letters,
 * full width as half width, spaces as one plain space, the heh and alef of a list in one form.
 */
export function comparable(label: string): string {
  return label
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/[إآٱا]/g, "أ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * All readings of a printed label, the likelier first: `i)` is Roman one and the ninth letter, `с)` the eighteenth
 * Cyrillic letter or a Latin c typed in Cyrillic. None when it is not a label of a list.
 */
export function readings(printed: string): readonly Label[] {
  const said = printed.replace(unseen, "").trim();
  if (bullets.test(said)) return [{ family: "bullet", path: [], derived: null, open: said, gap: "", close: "" }];
  const outer = splitDerived(said);
  const derivedOutside: Derived | null = outer && { ...outer.derived, inside: false };
  const match = shape.exec(outer ? outer.rest : said);
  if (!match) return [];
  const [, open = "", core = "", gap = "", close = ""] = match;
  const inner = derivedOutside ? null : splitDerived(core);
  const derived = derivedOutside ?? (inner && { ...inner.derived, inside: close !== "" });
  return cores(comparable(inner ? inner.rest : core), close !== "" || open !== "").map(({ family, path }) => ({
    family,
    path,
    derived,
    open,
    gap,
    close,
  }));
}

/** The likeliest reading of a printed label; null when it is not a label of a list. */
export function parseLabel(printed: string): Label | null {
  return readings(printed)[0] ?? null;
}

interface Core {
  readonly family: Family;
  readonly path: readonly number[];
}

function cores(core: string, bracketed: boolean): readonly Core[] {
  if (/^\d{1,4}(\.\d{1,4})*$/.test(core)) return [{ family: "digit", path: core.split(".").map(Number) }];
  const out: Core[] = [];
  const add = (family: Family, said: string | null) => {
    const value = said === null ? null : readNumeral(family, said);
    if (value !== null) out.push({ family, path: [value] });
  };
  const lower = core === core.toLowerCase();
  add(lower ? "cyrillic" : "CYRILLIC", core.toLowerCase());
  const latin = asLatin(core);
  if (latin !== null && (latin === latin.toLowerCase() || latin === latin.toUpperCase())) {
    const small = latin.toLowerCase();
    const [letters, figures] = lower ? (["letter", "roman"] as const) : (["LETTER", "ROMAN"] as const);
    const romanFirst = small === "i" || small.length > 1;
    if (romanFirst) add(figures, small);
    // A word without a bracket is no letter of a list: "bb" alone is text.
    if (bracketed || small.length === 1) add(letters, small);
    if (!romanFirst) add(figures, small);
  }
  add("abjad", core);
  add("han", core);
  return out;
}
