import { type Word, weightOf } from "./words.ts";

/** Two words that are one, by their places. */
export type Match = readonly [one: number, other: number];

/** Cells of the table above which nothing is looked for. */
const largest = 4_000_000;

/**
 * The words that two lists have in common in one order, as heavy together as can be (longest common
 * subsequence); none when the lists are too long for it.
 */
export function common(one: readonly Word[], other: readonly Word[]): Match[] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start]!.said === other[start]!.said) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end)!.said === other.at(-1 - end)!.said) end++;
  const n = one.length - start - end;
  const m = other.length - start - end;
  if (n * m > largest) return [];
  const width = m + 1;
  const best = new Float32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const { said, weight } = one[start + i]!;
      const paired = said === other[start + j]!.said ? best[(i + 1) * width + j + 1]! + weight : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  const out: Match[] = [];
  for (let k = 0; k < start; k++) out.push([k, k]);
  for (let i = 0, j = 0; i < n && j < m;) {
    const here = best[i * width + j]!;
    if (one[start + i]!.said === other[start + j]!.said) out.push([start + i++, start + j++]);
    else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  for (let k = end; k > 0; k--) out.push([one.length - k, other.length - k]);
  return out;
}

/** What the words that two lists have in common weigh. */
export function commonWeight(one: readonly Word[], other: readonly Word[]): number {
  return weightOf(common(one, other).map(([i]) => one[i]!));
}
