import { common } from "./inOrder.ts";
import { wordsOf } from "./words.ts";

/** Where a whole is cut between two pieces: the half-open range is the space that only the whole has there. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** How many characters around a cut are looked at, and in how many UTF-16 units they are looked for. */
const furthest = 32;
const slack = 32 * furthest;

/**
 * Where a string is cut into these pieces, one cut between each two; in order, the cuts may touch.
 * What lies between the last word of the whole that one piece kept and the first of the next goes to
 * the piece that says it; words that neither says are the former's, the last space is the cut's.
 */
export function cutWhole(whole: string, pieces: readonly string[]): Cut[] {
  const words = wordsOf(whole);
  const each = pieces.map((piece) => wordsOf(piece));
  const matches = common(words, each.flat());
  const cuts: Cut[] = [];
  let first = 0;
  let at = 0;
  for (let k = 0; k + 1 < pieces.length; k++) {
    const own = each[k]!;
    const next = first + own.length;
    const last = matches.findLast(([, j]) => j < next);
    const after = matches.find(([, j]) => j >= next);
    const from = Math.max(at, last ? words[last[0]]!.to : 0);
    const to = Math.max(from, after ? words[after[0]]!.from : whole.length);
    const tail = last && last[1] >= first ? pieces[k]!.slice(own[last[1] - first]!.to) : pieces[k]!;
    const following = each[k + 1]![after ? after[1] - next : -1];
    const head = following ? pieces[k + 1]!.slice(0, following.from) : pieces[k + 1]!;
    const cut = between(whole, from, to, tail, head);
    cuts.push(cut);
    at = cut.to;
    first = next;
  }
  return cuts;
}

function between(whole: string, from: number, to: number, tail: string, head: string): Cut {
  const said = whole.slice(from, to);
  const kept = from + sharedStart(said, tail);
  const end = to - sharedEnd(whole.slice(kept, to), head);
  const space = /\s*$/u.exec(whole.slice(kept, end))?.[0].length ?? 0;
  return { from: end - space, to: end };
}

function sharedStart(one: string, other: string): number {
  const [a, b] = [
    characters(one.slice(0, slack)).slice(0, furthest),
    characters(other.slice(0, slack)).slice(0, furthest),
  ];
  let shared = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) shared += a[i]!.length;
  return shared;
}

function sharedEnd(one: string, other: string): number {
  const [a, b] = [characters(one.slice(-slack)).slice(-furthest), characters(other.slice(-slack)).slice(-furthest)];
  let shared = 0;
  for (let i = 1; i <= a.length && a.at(-i) === b.at(-i); i++) shared += a.at(-i)!.length;
  return shared;
}

function characters(said: string): string[] {
  return Array.from(new Intl.Segmenter().segment(said), ({ segment }) => segment);
}
