import { parseLabel, sampleOf } from "@plenary/document";

/** A label that stands before words, and how many characters it takes with the space behind it. */
export interface LeadingLabel {
  readonly label: string;
  readonly length: number;
}

const bullet = /^[–—•·▪◦●○■§o-]$/;
/** With a tab or more spaces behind it anything may be a label; with one space only what can be nothing else. */
const wide = /^\s*(\S{1,6}(?: ?[).])?)(?:\t|[ \u00a0]{2,}|\u3000)\s*/u;
const narrow = /^\s*((?:\p{Ll}|\p{Lo}|\d{1,2}|[ivx]{1,5}) ?\)|\d{1,2}\.|[–—•·▪◦●○■])[ \u00a0]/u;

/** The label typed at the beginning of a line of words; null for none. */
export function leadingLabel(line: string): LeadingLabel | null {
  for (const pattern of [wide, narrow]) {
    const found = pattern.exec(line);
    const label = found?.[1] === undefined ? null : labelOf(found[1]);
    if (found && label !== null && line.length > found[0].length) return { label, length: found[0].length };
  }
  return null;
}

/** The style of a label that a source printed: a dash for any bullet, null for what is none. */
export function labelOf(printed: string): string | null {
  const said = printed.replaceAll(/[\s\u00a0]+/g, " ").trim();
  if (bullet.test(said)) return "–";
  if (said.length > 12) return null;
  const read = parseLabel(said);
  if (!read) return null;
  return read.family === "bullet" ? "–" : sampleOf(said);
}
