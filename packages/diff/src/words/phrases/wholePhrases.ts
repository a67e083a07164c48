import type { Tokens } from "../../tokens/tokens.ts";
import type { Range } from "../range.ts";

/** The comma between clauses; what stands in a list has another one. */
const comma = "，";

/**
 * Splits a replacement before a Chinese comma where one of its sides alone holds another one: a word
 * was replaced, and a clause that ends with its comma came or went behind it. Ranges are of tokens,
 * ordered and apart.
 */
export function wholePhrases(a: Tokens, b: Tokens, ranges: readonly Range[]): Range[] {
  return ranges.flatMap((range, k) => {
    const { fromA, toA, fromB, toB } = range;
    const next = ranges[k + 1];
    if (fromA === toA || fromB === toB || !isComma(a, toA) || next?.fromA === toA + 1) return [range];
    const i = lastComma(a, fromA, toA);
    const j = lastComma(b, fromB, toB);
    if (i < 0 && j > fromB)
      return [
        { ...range, toB: j },
        { fromA: toA + 1, toA: toA + 1, fromB: j + 1, toB: toB + 1 },
      ];
    if (j < 0 && i > fromA)
      return [
        { ...range, toA: i },
        { fromA: i + 1, toA: toA + 1, fromB: toB + 1, toB: toB + 1 },
      ];
    return [range];
  });
}

function lastComma(tokens: Tokens, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (isComma(tokens, i)) return i;
  return -1;
}

function isComma({ text, starts }: Tokens, i: number): boolean {
  return text[starts[i]!] === comma && starts[i + 1] === starts[i]! + 1;
}
