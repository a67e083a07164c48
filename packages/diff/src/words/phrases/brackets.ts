import type { Tokens } from "../../tokens/tokens.ts";
import type { Range } from "../range.ts";

const openers = /^[([{（【〔《“«]$/u;
const closers = /^[)\]}）】〕》”»]$/u;

/**
 * Splits a replacement where both its sides close a bracket that was opened before it: who keeps
 * the opening bracket keeps the closing one. Ranges are of tokens, ordered and apart.
 */
export function keepClosing(a: Tokens, b: Tokens, ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of ranges) {
    let { fromA, fromB } = range;
    const { toA, toB } = range;
    while (fromA < toA && fromB < toB) {
      const i = closing(a, fromA, toA);
      const j = closing(b, fromB, toB);
      if (i < 0 || j < 0 || said(a, i) !== said(b, j)) break;
      if (i > fromA || j > fromB) out.push({ fromA, toA: i, fromB, toB: j });
      fromA = i + 1;
      fromB = j + 1;
    }
    if (fromA < toA || fromB < toB) out.push({ fromA, toA, fromB, toB });
  }
  return out;
}

// The first bracket of a stretch that closes what was opened before it, or -1.
function closing(tokens: Tokens, from: number, to: number): number {
  // Which kind closes which is not asked: half-open ranges are written [a, b).
  let open = 0;
  for (let i = from; i < to; i++) {
    if (tokens.kinds[i] !== "sign") continue;
    const sign = said(tokens, i);
    if (openers.test(sign)) open++;
    else if (closers.test(sign) && --open < 0) return i;
  }
  return -1;
}

function said({ text, starts }: Tokens, i: number): string {
  return text.slice(starts[i], starts[i + 1]);
}
