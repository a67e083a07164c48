import type { Tokens } from "../../tokens/tokens.ts";
import type { Range } from "../range.ts";

/** How much of the longer of two words they share at their beginnings when one is a form of the other, or how many letters. */
const leastShared = 0.5;
const stem = 6;

/** Words below this length are alike by chance. */
const leastLength = 4;

/**
 * Whether a word that one of two neighbouring hunks deletes comes back in the other, in this or in
 * another form: then the phrase was rearranged, and what stands between them was as well.
 */
export function returns(a: Tokens, b: Tokens, one: Range, other: Range): boolean {
  return comesBack(a, one, b, other) || comesBack(a, other, b, one);
}

function comesBack(a: Tokens, gone: Range, b: Tokens, came: Range): boolean {
  for (let i = gone.fromA; i < gone.toA; i++) {
    const word = telling(a, i);
    if (word === null) continue;
    for (let j = came.fromB; j < came.toB; j++) {
      const other = telling(b, j);
      if (other !== null && (word === other || (a.kinds[i] === "word" && alike(word, other)))) return true;
    }
  }
  return false;
}

function alike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared >= leastLength && shared >= Math.min(stem, leastShared * Math.max(one.length, other.length));
}

// A word without its accents, which come and go with its form, and without the Arabic article, which comes and goes with
// its place; null of what is short or no word.
function telling({ text, starts, kinds }: Tokens, i: number): string | null {
  const said = text.slice(starts[i], starts[i + 1]);
  if (kinds[i] === "dense") return said.length > 1 ? said : null;
  if (kinds[i] !== "word") return null;
  const plain = said.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const word = plain.startsWith("ال") ? plain.slice(2) : plain;
  return word.length >= leastLength || /\p{Nd}/u.test(word) ? word : null;
}
