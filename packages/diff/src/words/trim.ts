import { classAt, isPrefix } from "../tokens/characters.ts";

/**
 * What two strings have in common at both ends, cut back to where a token surely begins: `start`
 * units at the beginning, the rest from `endA` and `endB` on. Leaves a token of context on each side.
 */
export function trim(base: string, current: string): { start: number; endA: number; endB: number } {
  const shorter = Math.min(base.length, current.length);
  let start = 0;
  while (start < shorter && base.charCodeAt(start) === current.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    base.charCodeAt(base.length - 1 - end) === current.charCodeAt(current.length - 1 - end)
  )
    end++;
  while (start > 0 && !(breaksAt(base, start) && breaksAt(current, start))) start--;
  while (end > 0 && !(breaksAt(base, base.length - end) && breaksAt(current, current.length - end))) end--;
  return { start, endA: base.length - end, endB: current.length - end };
}

/** How far back the beginning of a sentence is looked for, in UTF-16 units. */
const furthest = 400;

/** Where the sentence that holds `at` begins, its space included; `at` when that is too far off. */
export function sentenceStart(text: string, at: number): number {
  const end = Math.max(0, at - furthest);
  for (let i = at - 1; i > end; i--) if (/[.;!?。；！？]/u.test(text[i - 1]!) && breaksAt(text, i)) return i;
  return end === 0 ? 0 : at;
}

// Between a word or a sign and a plain space that follows it, or after the full-width signs that end a phrase. A figure
// may go on after its space: "1 000".
function breaksAt(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (Number.isNaN(after)) return true;
  const kind = classAt(text, at - 1);
  if (after === 0x20) return !isPrefix(before) && (kind === "letter" || kind === "symbol") && before !== 0x2d;
  const phrase = before === 0xff0c || before === 0x3002 || before === 0xff1b;
  return phrase && classAt(text, at) !== "mark";
}
