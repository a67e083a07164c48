import { flatten } from "@plenary/document";
import { type Block, type ParagraphBlock, paragraphsOf } from "../blocks/block.ts";
import type { Element } from "../xml/element.ts";
import type { Moves } from "./findMoves.ts";

/** The id of each paragraph of both sides; a pair has one id. */
export type ParagraphIds = ReadonlyMap<ParagraphBlock, string>;

/**
 * Gives the paragraphs of both sides their ids. Where paragraphs were joined or split, the base paragraph goes with the
 * current one that keeps most of its words (`kept` counts them in a paragraph of the file), then with the one that ends
 * with the same mark. What was moved goes with its new place.
 */
export function pairParagraphs(
  base: readonly Block[],
  current: readonly Block[],
  kept: (paragraph: Element) => number,
  moves: Moves,
): ParagraphIds {
  const partners = new Map<ParagraphBlock, ParagraphBlock>();
  const join = (one: ParagraphBlock, other: ParagraphBlock): void => {
    if (partners.has(one) || partners.has(other)) return;
    partners.set(one, other);
    partners.set(other, one);
  };
  const there = new Map<Element, ParagraphBlock>();
  for (const block of paragraphsOf(current)) for (const source of block.sources) there.set(source, block);
  const pairs = paragraphsOf(base).flatMap((block) => candidates(block, there, kept));
  pairs.sort((one, other) => other.score - one.score);
  for (const pair of pairs) join(pair.base, pair.current);
  for (const [from, to] of moved(base, current, partners, moves)) join(from, to);
  const ids = new Map<ParagraphBlock, string>();
  let count = 0;
  for (const block of [...paragraphsOf(base), ...paragraphsOf(current)]) {
    const partner = partners.get(block);
    ids.set(block, (partner && ids.get(partner)) ?? `c${(count += 1)}`);
  }
  return ids;
}

interface Pair {
  readonly base: ParagraphBlock;
  readonly current: ParagraphBlock;
  readonly score: number;
}

function candidates(
  base: ParagraphBlock,
  there: ReadonlyMap<Element, ParagraphBlock>,
  kept: (paragraph: Element) => number,
): Pair[] {
  const scores = new Map<ParagraphBlock, number>();
  for (const source of base.sources) {
    const current = there.get(source);
    if (!current) continue;
    const alone = base.sources.length === 1 && current.sources.length === 1;
    const ends = base.own === source && current.own === source ? 1 : 0;
    scores.set(current, (scores.get(current) ?? 0) + (alone ? 1 : 2 * kept(source) + ends));
  }
  return [...scores].flatMap(([current, score]) => (score > 0 ? [{ base, current, score }] : []));
}

/** Moved paragraphs of the body: old and new place of a move with the same words, else in the same order. */
function moved(
  base: readonly Block[],
  current: readonly Block[],
  paired: ReadonlyMap<ParagraphBlock, ParagraphBlock>,
  moves: Moves,
): (readonly [ParagraphBlock, ParagraphBlock])[] {
  const gone = byMove(base, paired, moves.from);
  const come = byMove(current, paired, moves.to);
  return [...gone].flatMap(([move, from]) => {
    const to = [...(come.get(move) ?? [])];
    const same = (block: ParagraphBlock): number =>
      to.findIndex((other) => flatten(other.content) === flatten(block.content));
    return from.flatMap((block) => {
      const found = to.splice(Math.max(same(block), 0), 1)[0];
      return found ? [[block, found] as const] : [];
    });
  });
}

function byMove(
  blocks: readonly Block[],
  paired: ReadonlyMap<ParagraphBlock, ParagraphBlock>,
  moves: ReadonlyMap<Element, string>,
): ReadonlyMap<string, ParagraphBlock[]> {
  const out = new Map<string, ParagraphBlock[]>();
  for (const block of blocks) {
    if (block.type !== "paragraph" || paired.has(block) || block.content.length === 0) continue;
    const name = block.sources.map((source) => moves.get(source)).find((each) => each !== undefined);
    if (name === undefined) continue;
    const found = out.get(name);
    if (found) found.push(block);
    else out.set(name, [block]);
  }
  return out;
}
