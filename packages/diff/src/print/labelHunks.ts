import type { Hunk } from "../words/diffText.ts";

/**
 * The redline of two labels: what stands around the number is kept, the number is replaced whole
 * (`f)` and `e)` give [-f-]{+e+}`)`), and what only lengthens or shortens a label is inserted or deleted
 * (`b)` and `b)bis`). A label of the one text alone is a deletion or an insertion.
 */
export function labelHunks(base: string, current: string): Hunk[] {
  const a = parts(base);
  const b = parts(current);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const hunks: Hunk[] = [
    ["=", a.slice(0, start).join("")],
    ["-", a.slice(start, a.length - end).join("")],
    ["+", b.slice(start, b.length - end).join("")],
    ["=", a.slice(a.length - end).join("")],
  ];
  return hunks.filter(([, said]) => said !== "");
}

// Numbers and letters with their dots and marks; every other sign by itself.
function parts(label: string): string[] {
  return label.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*(?<!\.)|[\p{L}\p{N}][\p{M}]*|[^\p{L}\p{N}]\p{M}*/gu) ?? [];
}
