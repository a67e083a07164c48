import { classAt, isPrefix } from "./characters.ts";

/**
 * `dense` is a word of a script without spaces; `sign` punctuation and other single characters;
 * `figure` a number with its separators or an enumerator; `break` a line break; `anchor` a
 * footnote's place.
 */
export type TokenKind = "word" | "dense" | "figure" | "sign" | "space" | "break" | "anchor";

const enumerators = /[(（](?:\d{1,3}|[ivxlc]{1,5}|\p{L})(?:[.-]\d{1,2}|bis|ter)?[)）]/uy;

/** The end of the enumerator that starts at `from`, such as `(a)`, `(37)`, `(iv)`; `from` when there is none. */
export function enumerator(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  if (unit !== 0x28 && unit !== 0xff08) return from;
  enumerators.lastIndex = from;
  const match = enumerators.exec(text);
  return match ? from + match[0].length : from;
}

const leading = /^(?:\p{L}\p{M}*|\d{1,3}|[ivxlc]{1,5})[\s\u200e\u200f]?[)）](?!\p{M})/u;

/** The end of the label that a line begins with, such as `f)` or `أ )`; 0 when there is none. */
export function leadingLabel(text: string): number {
  return leading.exec(text)?.[0].length ?? 0;
}

const articles = /第[〇零一二三四五六七八九十百千\d]{1,6}[条條章节節款项項]/uy;

/** The end of the numbered article that starts at `from`, such as `第十五条`; `from` when there is none. */
export function article(text: string, from: number): number {
  if (text.charCodeAt(from) !== 0x7b2c) return from;
  articles.lastIndex = from;
  const match = articles.exec(text);
  return match ? from + match[0].length : from;
}

/** The end of the figure that starts at `from`: `38.52.010`, `1 000`, `18,60`, `2002/24`, `800-63`. */
export function figure(text: string, from: number): number {
  let at = digits(text, from);
  while (at < text.length) {
    const separator = text.charCodeAt(at);
    const next = digits(text, at + 1);
    if (next === at + 1) break;
    const joins = isFigureSign(separator) || isHyphen(separator);
    const groups = isGroupSpace(separator) && next - at === 4 && (at - from <= 3 || spaced(text, from, at));
    if (!joins && !groups) break;
    at = next;
  }
  return at;
}

/** The end of the word that starts at `from`: letters, marks and figures, with inner hyphens, slashes, apostrophes and dots, an ending in brackets. */
export function word(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isPrefix(text.charCodeAt(at))) {
      at = Math.min(text.length, at + (text.codePointAt(at + 1)! > 0xffff ? 3 : 2));
      continue;
    }
    const kind = classAt(text, at);
    if (kind === "letter" || kind === "mark" || kind === "digit") {
      at++;
      continue;
    }
    const plural = at > from ? pluralEnd(text, at) : at;
    if (plural > at) {
      at = plural;
      continue;
    }
    if (kind !== "symbol" || !isJoiner(text.charCodeAt(at)) || at + 1 >= text.length || at === from) break;
    const next = classAt(text, at + 1);
    if (next !== "letter" && next !== "digit") break;
    at++;
  }
  // The full stop of an abbreviation: `U.S.` has an inner one already.
  return at < text.length && text[at] === "." && /^(?:\p{L}\.)+\p{L}$/u.test(text.slice(from, at)) ? at + 1 : at;
}

/** Where the compound ends that a figure up to `at` begins: `2a`, `12-month`, `65-ФЗ`; `at` when it stands alone. */
export function compound(text: string, at: number): number {
  let joined = at;
  while (joined < text.length && classAt(text, joined) === "mark") joined++;
  if (isHyphen(text.charCodeAt(joined))) joined++;
  return joined < text.length && classAt(text, joined) === "letter" ? word(text, joined) : at;
}

// . , : / and the Arabic decimal and thousands separators
function isFigureSign(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x66b || unit === 0x66c || unit === 0x2f;
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

const plurals = /\(\p{Ll}{1,3}\)/uy;

// The end of the ending in brackets that belongs to the word before it: `section(s)`.
function pluralEnd(text: string, from: number): number {
  if (text.charCodeAt(from) !== 0x28) return from;
  plurals.lastIndex = from;
  const match = plurals.exec(text);
  return match ? from + match[0].length : from;
}

function digits(text: string, from: number): number {
  let at = from;
  while (at < text.length && (classAt(text, at) === "digit" || (at > from && classAt(text, at) === "mark"))) at++;
  return at;
}

function spaced(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isGroupSpace(text.charCodeAt(at))) return true;
  return false;
}

function isGroupSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x202f || unit === 0x2009;
}

function isJoiner(unit: number): boolean {
  // hyphens, ' ’ . / · _ and the soft hyphen
  return (
    isHyphen(unit) ||
    unit === 0x27 ||
    unit === 0x2019 ||
    unit === 0x2e ||
    unit === 0x2f ||
    unit === 0xb7 ||
    unit === 0x5f ||
    unit === 0xad
  );
}
