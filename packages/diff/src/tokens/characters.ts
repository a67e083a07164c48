/**
 * What a character is to the scanner. `letter` includes marks that combine with it and joiners;
 * `dense` is a script written without spaces (Han, Kana, Thai), which needs a segmenter; `odd` is
 * all that only a grapheme segmenter can cut rightly (emoji, flags, other planes).
 */
export type CharacterClass = "space" | "letter" | "mark" | "digit" | "dense" | "odd" | "symbol";

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The class of the UTF-16 unit. */
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

function rare(unit: number): CharacterClass {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return "odd";
  if (unit === 0x200d || unit === 0xfe0f || unit === 0x200c || /\p{M}/u.test(character)) return "mark";
  if (/\s/u.test(character)) return "space";
  if (/\p{Nd}/u.test(character)) return "digit";
  if (dense.test(character)) return "dense";
  if (/[\p{L}\p{N}]/u.test(character)) return "letter";
  return "symbol";
}
