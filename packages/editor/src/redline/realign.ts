import type { ClauseRedline, Redline } from "@plenary/diff";
import type { Block } from "../schema/pageBlocks.ts";
import { type Alignment, type Drawing, stands } from "./drawings.ts";

/** A page as it was aligned. */
export interface Aligned {
  readonly redline: Redline;
  readonly alignment: Alignment;
}

/**
 * What `align` gives for a page on which the words of clauses changed and every clause stayed where it was; null when
 * more may have changed.
 */
export function realign(last: Aligned, blocks: readonly Block[], redline: Redline): Alignment | null {
  const edits = editsOf(last.redline.clauses, redline.clauses);
  const { drawings, strays } = last.alignment;
  if (!edits || drawings.length !== blocks.length) return null;
  const now: Drawing[] = [];
  let found = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const was = drawings[i]!;
    const edit = edits.size > 0 && was.entry ? edits.get(was.entry) : undefined;
    if (edit) found++;
    const entry = edit ?? was.entry;
    const other = edit !== undefined || block.clause !== was.block.clause;
    if (other && (was.gone || !stillStands(block, was, entry))) return null;
    now.push(block === was.block && !edit ? was : { block, entry, gone: was.gone, joint: was.joint });
  }
  return found === edits.size ? { drawings: now, strays } : null;
}

function stillStands(block: Block, was: Drawing, entry: ClauseRedline | null): boolean {
  if (block.clause.id !== was.block.clause.id || !entry?.current) return false;
  return stands(block, entry.current);
}

/** The entries that are others now, by what they were; null when more than the words of clauses differs. */
function editsOf(
  before: readonly ClauseRedline[],
  now: readonly ClauseRedline[],
): ReadonlyMap<ClauseRedline, ClauseRedline> | null {
  if (before.length !== now.length) return null;
  const edits = new Map<ClauseRedline, ClauseRedline>();
  for (let i = 0; i < now.length; i++) {
    const was = before[i]!;
    const is = now[i]!;
    if (was === is) continue;
    const alone = ![was, is, before[i + 1], now[i + 1]].some((one) => one?.joint !== undefined);
    if (!alone || !stays(was) || !stays(is) || was.base !== is.base || was.current?.id !== is.current?.id) return null;
    edits.set(was, is);
  }
  return edits;
}

/** Whether an entry is a clause in its place, and no table. */
function stays({ current, move, rows }: ClauseRedline): boolean {
  return current !== null && move === null && rows.length === 0;
}
