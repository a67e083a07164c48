import type { Tokens } from "../tokens/tokens.ts";
import type { Range } from "./range.ts";

/** How much of the longer of two words they share at their beginnings when one is a form of the other. */
const leastShared = 0.5;

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
    if (a.kinds[i] !== "word") continue;
    const word = said(a, i);
    if (word.length < leastLength) continue;
    for (let j = came.fromB; j < came.toB; j++) if (b.kinds[j] === "word" && alike(word, said(b, j))) return true;
  }
  return false;
}

function alike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared >= leastShared * Math.max(one.length, other.length) && shared >= leastLength;
}

// Without the Arabic article, which comes and goes with the place of a word.
function said({ text, starts }: Tokens, i: number): string {
  const word = text.slice(starts[i], starts[i + 1]).toLowerCase();
  return word.startsWith("ال") ? word.slice(2) : word;
}
