import { parseLabel } from "@plenary/document";

/** A line taken apart: the label as printed, and whether a list sign of Markdown stood before it. */
export interface Labelled {
  readonly label: string;
  readonly rest: string;
  readonly removed: string;
  readonly instead: string;
  readonly tab: boolean;
  /** A bare number before a space may be no label: "1 500 people"; the reader decides by its place. */
  readonly bare: boolean;
}

const bracketed =
  /^((?:\(?(?:\p{L}{1,4}|\d{1,3})(?:bis|ter|quater)?[\s\u00A0\u200D]?\))(?:bis|ter|quater|مكرراً)?)\s+(\S.*)$/u;
const decimal = /^(\d{1,3}(?:\.\d{1,3})+\.?)\s+(\S.*)$/;
const dotted = /^(\d{1,3}\.)\s+(\S.*)$/;
const figure = /^(\d{1,3})\s+([^\d\s].*)$/;
const han = /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s*(\S.*)$/;
const bullet = /^([•‣◦▪–—])\s+(\S.*)$/;

/** The label a line begins with; null when it has none. Signs of Markdown lists (`- `, `* `) are taken away. */
export function splitLabel(line: string): Labelled | null {
  const tab = line.indexOf("\t");
  if (tab > 0) {
    const label = line.slice(0, tab).trim();
    if (isLabel(label)) return { ...plain, label, rest: line.slice(tab).trim(), tab: true };
  }
  const listed = /^([-*+])\s+(\S.*)$/.exec(line);
  if (listed?.[1] !== undefined && listed[2] !== undefined) {
    const inner = spaced(listed[2], true) ?? (tab > 0 ? splitLabel(listed[2]) : null);
    if (inner && inner.removed === "") return { ...inner, removed: listed[1], bare: false };
    const label = listed[1] === "-" ? "–" : "•";
    return { ...plain, label, rest: listed[2], removed: listed[1], instead: label };
  }
  return spaced(line, false);
}

const plain = { removed: "", instead: "", tab: false, bare: false };

function spaced(line: string, inList: boolean): Labelled | null {
  for (const shape of [bracketed, decimal, dotted, han, bullet, figure]) {
    const match = shape.exec(line);
    const [, label, rest] = match ?? [];
    if (label === undefined || rest === undefined) continue;
    if (shape === bracketed && parseLabel(label) === null) continue;
    return { ...plain, label: label.trim(), rest, bare: shape === figure && !inList };
  }
  return null;
}

function isLabel(said: string): boolean {
  if (said === "" || said.length > 12) return false;
  return parseLabel(said) !== null || /^\p{L}{1,4}\)$/u.test(said) || /^\d{1,3}(\.\d{1,3})*\.?$/.test(said);
}
