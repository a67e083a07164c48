import type { Tokens } from "../tokens/tokens.ts";
import { weigh } from "../tokens/weigh.ts";

/** The tokens of a string as numbers, equal where they say the same, and what keeping each of them earns. */
export interface Numbered {
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
}

/** Numbers the tokens of two strings of one language alike. */
export function numbered(a: Tokens, b: Tokens, language: string): { a: Numbered; b: Numbered; count: number } {
  const known = new Map<string, number>();
  const worth: number[] = [];
  const number = ({ text, starts, kinds }: Tokens): Numbered => {
    const numbers = new Int32Array(kinds.length);
    const weights = new Float64Array(kinds.length);
    for (let i = 0; i < kinds.length; i++) {
      const said = text.slice(starts[i], starts[i + 1]);
      let at = known.get(said);
      if (at === undefined) {
        known.set(said, (at = worth.length));
        worth.push(weigh(said, kinds[i]!, language));
      }
      numbers[i] = at;
      weights[i] = worth[at]!;
    }
    return { numbers, weights };
  };
  return { a: number(a), b: number(b), count: worth.length };
}
