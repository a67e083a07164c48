import { type Block, type ParagraphBlock, paragraphsOf } from "../blocks/block.ts";
import type { ParagraphIds } from "../clauses/pairParagraphs.ts";

/** The two texts whose ids a stage takes over. */
export interface Ends {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  readonly ids: ParagraphIds;
}

/**
 * The ids of a stage's paragraphs. `paired` are those of base and stage paired with each other: a paragraph that goes
 * with one of the base has its id; a new one has that of the current paragraph that ends with the same mark, if that is
 * new as well, else one of its own.
 */
export function stageIds(stage: readonly Block[], paired: ParagraphIds, { base, current, ids }: Ends): ParagraphIds {
  const ofBase = new Map(paragraphsOf(base).map((block) => [paired.get(block), ids.get(block)] as const));
  const known = new Set(ofBase.values());
  const later = new Map(paragraphsOf(current).map((block) => [block.own, ids.get(block)] as const));
  const out = new Map<ParagraphBlock, string>();
  for (const [i, block] of paragraphsOf(stage).entries()) {
    const own = later.get(block.own);
    out.set(block, ofBase.get(paired.get(block)) ?? (own !== undefined && !known.has(own) ? own : `s${i}`));
  }
  return out;
}
