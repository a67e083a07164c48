import { type Language, type Term, term } from "@plenary/document";
import type { SourceLine } from "./sourceLines.ts";

const annexes: readonly Term[] = ["annex", "appendix", "attachment"];
const stop = /[。.;；，,：:!！?？、،؛]$/;

/** The kind of annex that a whole line announces ("Annex 2", "附件"); null when it is another line. */
export function annexOf(said: string, language: Language): Term | null {
  const found = annexes.find((key) => {
    const name = term(key, language);
    if (said.slice(0, name.length).toLowerCase() !== name.toLowerCase()) return false;
    return /^\s*(\d{1,3}|[A-Z]|[IVX]{1,5})?(\s*[(（].{0,60}[)）])?(\s+(to|de|du|à|al|a|к)\s.{1,80})?$/.test(
      said.slice(name.length),
    );
  });
  return found ?? null;
}

/** Whether a line is a numbered heading: a short title after a number, not one of a list of like lines. */
export function isNamedHeading(line: SourceLine, next: SourceLine | undefined): boolean {
  const match = /^(\d{1,2}\.?)(?:\t|\s+)(\D.*)$/.exec(line.text);
  if (line.lead || !match?.[1] || !match[2] || match[2].length > 100 || stop.test(match[2])) return false;
  return next !== undefined && !/^\d{1,2}\.?\s/.test(next.text) && next.text.length > 0;
}

/** Whether a line without a number is a heading over the paragraph that follows. */
export function isShortHeading(line: SourceLine, next: SourceLine | undefined, language: Language): boolean {
  const longest = language === "zh" ? 20 : 60;
  if (line.lead || line.text.length > longest || stop.test(line.text) || line.text.includes("\t")) return false;
  return (
    next !== undefined &&
    !next.lead &&
    next.text.length > line.text.length &&
    /[:：。.]$/.test(next.text) &&
    !/^\S{1,8}\t/.test(next.text)
  );
}
