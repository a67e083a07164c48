import type { Subject } from "./subject.ts";

/** What pieces and whole have in common at least, of both together, and a piece of its own words. */
const leastTogether = 0.6;
const leastOfPiece = 0.6;

/**
 * Where the first of several clauses stands that together say what one clause says, each too little
 * of it to be like it; -1 when they do not. Tables, rows and cells are no pieces.
 */
export function firstPiece(whole: Subject, pieces: readonly Subject[]): number {
  if ([whole, ...pieces].some(({ kind }) => kind === "table" || kind === "row" || kind === "cell")) return -1;
  const said = whole.words();
  const together = new Map<string, number>();
  let size = 0;
  for (const piece of pieces) {
    size += piece.size();
    for (const [word, weight] of piece.words()) together.set(word, (together.get(word) ?? 0) + weight);
  }
  if (2 * common(said, together) < leastTogether * (whole.size() + size)) return -1;
  return pieces.findIndex((piece) => common(said, piece.words()) >= leastOfPiece * piece.size());
}

function common(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of other) sum += Math.min(weight, one.get(word) ?? 0);
  return sum;
}
