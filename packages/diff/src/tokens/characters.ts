/**
 * What a character is to the scanner. `letter` includes marks that combine with it and joiners;
 * `dense` is a script written without spaces (Han, Kana, Thai), which needs a segmenter; `odd` is
 * all that only a grapheme segmenter can cut rightly (emoji, flags, other planes).
 */
export type CharacterClass = "space" | "letter" | "mark" | "digit" | "dense" | "odd" | "symbol";

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The class of the UTF-16 unit; half of a pair is odd. */
export function characterClass(unit: number): CharacterClass {
  if (unit < 0x80) {
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) return "letter";
    if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return "space";
    return unit >= 0x30 && unit <= 0x39 ? "digit" : "symbol";
  }
  if (unit >= 0x4e00 && unit <= 0x9fff) return "dense";
  if ((unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x400 && unit <= 0x481))
    return "letter";
  if (unit >= 0x3001 && unit <= 0x3003) return "symbol";
  return rare(unit);
}

/** The class of the character at a place of a string, both of whose units have it when it is of another plane. */
export function classAt(text: string, at: number): CharacterClass {
  const kind = characterClass(text.charCodeAt(at));
  return kind === "odd" ? wide(text, at) : kind;
}

/** Whether the unit is a sign that belongs to whatever follows it, such as that of an Arabic number. */
export function isPrefix(unit: number): boolean {
  return (unit >= 0x600 && unit <= 0x605) || unit === 0x6dd || unit === 0x8e2;
}

function wide(text: string, at: number): CharacterClass {
  let point = text.codePointAt(at)!;
  if (point <= 0xffff && at > 0) point = text.codePointAt(at - 1)!;
  if (point <= 0xffff) return "odd";
  // Skin tones and tags belong to the emoji before them.
  if ((point >= 0x1f3fb && point <= 0x1f3ff) || (point >= 0xe0020 && point <= 0xe007f)) return "mark";
  const character = String.fromCodePoint(point);
  if (dense.test(character)) return "dense";
  if (/\p{M}/u.test(character)) return "mark";
  return /[\p{L}\p{N}]/u.test(character) ? "letter" : "odd";
}

function rare(unit: number): CharacterClass {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return "odd";
  if (unit === 0x200d || unit === 0xfe0f || unit === 0x200c || /\p{M}/u.test(character)) return "mark";
  // The Thai and Lao am is written as a letter and belongs to the cluster before it.
  if (unit === 0xe33 || unit === 0xeb3) return "mark";
  if (isPrefix(unit)) return "letter";
  if (/\s/u.test(character)) return "space";
  if (/\p{Nd}/u.test(character)) return "digit";
  if (dense.test(character)) return "dense";
  if (/[\p{L}\p{N}]/u.test(character)) return "letter";
  return "symbol";
}
