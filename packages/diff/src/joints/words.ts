/** A word of a string: what it says in lower case, its half-open range, and how much it tells. */
export interface Word {
  readonly said: string;
  readonly from: number;
  readonly to: number;
  /** 1, or half for a single character of a script written without spaces. */
  readonly weight: number;
}

const dense = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const word = new RegExp(
  `[${dense}]\\p{M}*|(?:(?![${dense}])[\\p{L}\\p{N}])(?:(?![${dense}])[\\p{L}\\p{M}\\p{N}])*`,
  "gu",
);
const isDense = new RegExp(`^[${dense}]`, "u");

/** The words of a string in order, signs and spaces left out. */
export function wordsOf(flat: string): Word[] {
  return Array.from(flat.matchAll(word), ({ 0: said, index }) => ({
    said: said.toLowerCase(),
    from: index,
    to: index + said.length,
    weight: isDense.test(said) ? 0.5 : 1,
  }));
}

/** What words weigh together. */
export function weightOf(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
