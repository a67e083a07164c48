import { type Clause, plainLines } from "@plenary/document";

/**
 * How alike the words of two clauses are, from 0 (nothing in common) to 1 (the same): the share of
 * neighbouring pairs of characters that both have (Dice's coefficient).
 */
export function alikeness(one: Clause, other: Clause): number {
  const a = words(one);
  const b = words(other);
  if (a === b) return 1;
  const pairs = countPairs(a);
  let both = 0;
  for (const [pair, count] of countPairs(b)) both += Math.min(count, pairs.get(pair) ?? 0);
  const all = a.length + b.length + 2;
  return (2 * both) / all;
}

function words(clause: Clause): string {
  return plainLines([{ ...clause, label: null }]).join("\n");
}

function countPairs(words: string): Map<string, number> {
  const closed = `^${words}$`;
  const pairs = new Map<string, number>();
  for (let i = 1; i < closed.length; i++) {
    const pair = closed.slice(i - 1, i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
