import type { ClauseRedline } from "@plenary/diff";
import { type Clause, clause } from "@plenary/document";
import type { Block, ParagraphBlock, TableBlock } from "./blocks.ts";
import type { Tracking } from "./revisions.ts";

/**
 * A paragraph as it is written: what stands in it, the tracking of its mark (null: the mark is not tracked), and the
 * clauses that give its style after and, where the mark is not tracked, before the changes.
 */
export interface PlacedParagraph {
  readonly type: "paragraph";
  readonly parts: readonly ParagraphBlock[];
  readonly mark: Tracking | null;
  readonly style: Clause;
  readonly oldStyle: Clause | null;
  /** What the tracking of the mark is part of; where it is not tracked, what gives the style. */
  readonly cause: ParagraphBlock | null;
}

/** A block with the tracking of its paragraph mark settled. */
export type Placed = PlacedParagraph | TableBlock;

/** What the blocks stand in: the body, a cell of both texts, or a cell that a deleted or inserted row or column has. */
export type Container = "body" | "cell" | "deleted" | "inserted";

/**
 * Settles which paragraph marks are tracked, so that accepting or rejecting all of them leaves the paragraphs of the
 * current or of the base text. A tracked mark belongs to its own paragraph's end and, when it goes, joins the paragraph
 * to the following one, whose properties it takes (ECMA-376, 17.13.5.15 and 17.13.5.20). The last mark before a table
 * and at the end of the body or of a cell has nothing to join, so it is never tracked where a text has a paragraph
 * there: the mark before each added or deleted paragraph is tracked instead of the one after it.
 */
export function layout(blocks: readonly Block[], container: Container): Placed[] {
  const placed: Placed[] = [];
  let stretch: ParagraphBlock[] = [];
  for (const block of withBlanks(blocks, container)) {
    if (block.type === "paragraph") stretch.push(block);
    else {
      placed.push(...place(stretch), block);
      stretch = [];
    }
  }
  return [...placed, ...place(stretch)];
}

const empty = clause("paragraph", "");

function blank(inBase: boolean, inCurrent: boolean): ParagraphBlock {
  const base = inBase ? empty : null;
  const current = inCurrent ? empty : null;
  const entry: ClauseRedline = { symbol: "NOC", base, current, move: null, segments: [], rows: [], changes: [] };
  return { type: "paragraph", base, current, origin: null, move: null, joint: null, segments: [], entry };
}

/**
 * Adds the empty paragraphs that Word needs: between two tables, which it would join, and at the end of a cell. A body
 * gets one at its end only if one of the texts ends there with a paragraph and the other does not.
 */
function withBlanks(blocks: readonly Block[], container: Container): Block[] {
  const out: Block[] = [];
  let base: "nothing" | "paragraph" | "table" = "nothing";
  let current: "nothing" | "paragraph" | "table" = "nothing";
  for (const block of blocks) {
    const isTable = block.type === "table";
    const inBase = isTable ? block.inBase : block.base !== null;
    const inCurrent = isTable ? block.inCurrent : block.current !== null;
    const joinsBase = isTable && inBase && base === "table";
    const joinsCurrent = isTable && inCurrent && current === "table";
    if (joinsBase || joinsCurrent) out.push(blank(joinsBase, joinsCurrent));
    out.push(block);
    if (inBase) base = block.type;
    if (inCurrent) current = block.type;
  }
  const needed = container !== "body" || (base === "paragraph") !== (current === "paragraph");
  const endsBase = needed && container !== "inserted" && base !== "paragraph";
  const endsCurrent = needed && container !== "deleted" && current !== "paragraph";
  if (endsBase || endsCurrent) out.push(blank(endsBase, endsCurrent));
  return out;
}

/** Paragraphs with nothing but paragraphs between them, before a table or an end. */
function place(stretch: readonly ParagraphBlock[]): PlacedParagraph[] {
  const groups: ParagraphBlock[][] = stretch.map((block) => [block]);
  if (!groups.some(isKept)) {
    const at = groups.findLastIndex((group, i) => i + 1 < groups.length && isBase(group) !== isBase(groups[i + 1]!));
    if (at >= 0) groups.splice(at, 2, [...groups[at]!, ...groups[at + 1]!]);
  }
  const lastKept = groups.findLastIndex(isKept);
  let kept = -1;
  let shifts = false;
  return groups.map((parts, i) => {
    const next = groups[i + 1];
    if (isKept(parts)) {
      kept = i;
      shifts = i === lastKept || (endsInserted(parts) && next !== undefined && !isBase(next));
    }
    const reach = shifts ? groups.slice(kept, i + 1).flat() : parts;
    const joint = jointMark(next);
    const mark = joint ?? (shifts ? shiftedMark(next) : ownMark(parts));
    const base = side(reach, "base");
    const current = side(reach, "current");
    const gone = mark === "del" || mark === "moveFrom";
    const style = (gone ? base : current) ?? base ?? empty;
    const marked = (joint !== null || shifts ? next : parts)?.[0] ?? null;
    const cause = mark === null ? (reach.findLast((block) => block.current !== null) ?? null) : marked;
    return { type: "paragraph", parts, mark, style, oldStyle: mark === null ? base : null, cause };
  });
}

function isKept(group: readonly ParagraphBlock[]): boolean {
  return side(group, "base") !== null && side(group, "current") !== null;
}

/** LibreOffice joins an insertion at the end of a paragraph with an added paragraph after it, mark and all. */
function endsInserted(group: readonly ParagraphBlock[]): boolean {
  return group.at(-1)?.segments.at(-1)?.op === "+";
}

function side(group: readonly ParagraphBlock[], name: "base" | "current"): Clause | null {
  return group.findLast((block) => block[name] !== null)?.[name] ?? null;
}

function isBase(group: readonly ParagraphBlock[]): boolean {
  return side(group, "base") !== null;
}

/** A split inserted the mark before the paragraph that goes on, a merge deleted it. */
function jointMark(next: readonly ParagraphBlock[] | undefined): Tracking | null {
  const joint = next?.[0]?.joint ?? null;
  return joint === null ? null : joint === "split" ? "ins" : "del";
}

function shiftedMark(next: readonly ParagraphBlock[] | undefined): Tracking | null {
  return next === undefined || isKept(next) ? null : isBase(next) ? "del" : "ins";
}

function ownMark([block]: readonly ParagraphBlock[]): Tracking | null {
  if (!block || (block.base && block.current)) return null;
  if (block.base) return block.move === "from" ? "moveFrom" : "del";
  return block.move === "to" ? "moveTo" : "ins";
}
