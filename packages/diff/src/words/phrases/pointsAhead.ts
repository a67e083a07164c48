import { isDemonstrative } from "../../tokens/demonstratives.ts";
import type { Tokens } from "../../tokens/tokens.ts";

/**
 * Whether the tokens [from, to) hold one word, a demonstrative, and [to, end) one word, its noun: the
 * two name one thing, so a drafter who deletes the first and writes more after the second renames
 * the thing.
 */
export function pointsAhead(tokens: Tokens, from: number, to: number, end: number): boolean {
  const pointer = onlyWord(tokens, from, to);
  return pointer !== null && isDemonstrative(pointer) && onlyWord(tokens, to, end) !== null;
}

// The word among the tokens [from, to) in lower case; null when there is none or more than one.
function onlyWord({ text, starts, kinds }: Tokens, from: number, to: number): string | null {
  let found: string | null = null;
  for (let i = from; i < to; i++) {
    if (kinds[i] === "space") continue;
    if (found !== null || kinds[i] !== "word") return null;
    found = text.slice(starts[i], starts[i + 1]).toLowerCase();
  }
  return found;
}
