import type { Tokens } from "../../tokens/tokens.ts";

const half = /^\s*[\p{L}\p{M}]+[-\u2010\u2011] (?:und|oder|bzw\.|bis|and|or|to|et|ou|y|e|o|u|и|или)\s*$/u;

/**
 * Whether the tokens [from, to) are the first of two words that share a part written once, with its
 * conjunction: `Kranken- und` before `Unfallversicherung`. It is no word without the second.
 */
export function isSuspended({ text, starts }: Tokens, from: number, to: number): boolean {
  return half.test(text.slice(starts[from], starts[to]));
}
