import type { ClauseRedline, Redline, RowRedline } from "@plenary/diff";
import type { Block } from "../schema/readBlocks.ts";
import { entries } from "./entries.ts";

/** What stands at one block of the page: its redline; null for the emptied old place of a doubled clause. */
export interface Drawing {
  readonly block: Block;
  readonly entry: ClauseRedline | null;
  /** Whether the node is the emptied place of a clause that is suppressed or stands elsewhere now. */
  readonly gone: boolean;
  /** The entries that go on from this one: the others of a merge, or the next piece of a split. */
  readonly joint: readonly ClauseRedline[];
}

/** A suppressed or moved clause whose node is not on the page, drawn at the end of the block before it. */
export interface Stray {
  readonly entry: ClauseRedline;
  /** How many blocks stand before it. */
  readonly after: number;
}

/** The blocks of the page with their redline, and what has no block. */
export interface Alignment {
  readonly drawings: readonly Drawing[];
  readonly strays: readonly Stray[];
}

/** Finds the redline of every block: by order and id, as the current text was made from the page. */
export function align(blocks: readonly Block[], redline: Redline): Alignment {
  const all = entries(redline.clauses);
  const present = all.filter((entry) => entry.current !== null && entry.move !== "from" && entry.joint !== "merge");
  const gone = new Map<string, ClauseRedline[]>();
  for (const [i, entry] of all.entries()) {
    const merged = entry.joint === "merge" || all[i + 1]?.joint === "merge";
    const elsewhere = entry.move === "from" || (merged && entry.base?.id !== entry.current?.id);
    if (!entry.base || (entry.current !== null && !elsewhere)) continue;
    const there = gone.get(entry.base.id);
    if (there) there.push(entry);
    else gone.set(entry.base.id, [entry]);
  }
  let next = 0;
  const blockOf = new Map<ClauseRedline, number>();
  const drawings = blocks.map((block, i): Drawing => {
    const entry = present[next];
    if (entry?.current && stands(block, entry.current.id, entry.current.content)) {
      next++;
      blockOf.set(entry, i);
      return { block, entry, gone: false, joint: jointOf(all, entry) };
    }
    const ghost = gone.get(block.clause.id)?.shift() ?? null;
    if (ghost) blockOf.set(ghost, i);
    return { block, entry: ghost, gone: true, joint: none };
  });
  const strays: Stray[] = [];
  let after = 0;
  const inTables = new Set<ClauseRedline>();
  for (const entry of all) {
    const at = blockOf.get(entry);
    if (at !== undefined) after = at + 1;
    else if (isGone(entry) && !inTables.has(entry)) strays.push({ entry, after });
    // A suppressed row or cell is drawn whole by its table, a suppressed table by itself.
    for (const row of entry.rows) for (const inner of suppressedIn(row)) inTables.add(inner);
  }
  return { drawings, strays };
}

const none: readonly ClauseRedline[] = [];

function jointOf(all: readonly ClauseRedline[], entry: ClauseRedline): readonly ClauseRedline[] {
  const from = all.indexOf(entry) + 1;
  const joint = all[from]?.joint;
  if (!joint) return none;
  if (joint === "split") return all.slice(from, from + 1);
  let to = from + 1;
  while (all[to]?.joint === "merge") to++;
  return all.slice(from, to);
}

/** Whether an entry is a clause or table that said something and is suppressed, or stands elsewhere now. */
function isGone({ base, current, move }: ClauseRedline): boolean {
  return base !== null && (base.content.length > 0 || base.rows.length > 0) && (current === null || move === "from");
}

function suppressedIn({ current, cells }: RowRedline): ClauseRedline[] {
  return cells.flatMap((cell) => (current && cell.current ? [] : entries(cell.clauses)));
}

function stands(block: Block, id: string, content: Block["clause"]["content"]): boolean {
  const { clause } = block;
  if (id !== clause.id && !id.startsWith(`${clause.id}~`)) return false;
  return clause.content === content || JSON.stringify(clause.content) === JSON.stringify(content);
}
