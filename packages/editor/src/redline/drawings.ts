import { standingRows } from "@plenary/collab";
import type { ClauseRedline, Redline, RowRedline } from "@plenary/diff";
import type { Clause, Content } from "@plenary/document";
import { deepClauses } from "../deepClauses.ts";
import type { Block } from "../schema/pageBlocks.ts";
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
  const gone = goneById(all);
  const standsAt = new Int32Array(all.length).fill(-1);
  let next = nextPresent(all, 0);
  const hidden = new Set(blocks.flatMap(({ clause }) => hiddenIn(clause)));
  const drawings = blocks.map((block, i): Drawing => {
    if (hidden.has(block.clause)) return { block, entry: null, gone: true, joint: none };
    const entry = all[next];
    if (entry?.current && stands(block, entry.current)) {
      const joint = jointOf(all, next);
      standsAt[next] = i;
      next = nextPresent(all, next + 1);
      return { block, entry, gone: false, joint };
    }
    const ghost = gone.get(block.clause.id)?.shift();
    if (ghost === undefined) return { block, entry: null, gone: true, joint: none };
    standsAt[ghost] = i;
    return { block, entry: all[ghost] ?? null, gone: true, joint: none };
  });
  const strays: Stray[] = [];
  let after = 0;
  const inTables = new Set<ClauseRedline>();
  for (const [i, entry] of all.entries()) {
    const at = standsAt[i] ?? -1;
    if (at !== -1) after = at + 1;
    else if (isGone(entry) && !inTables.has(entry)) strays.push({ entry, after });
    // A suppressed row or cell is drawn whole by its table, a suppressed table by itself.
    for (const row of entry.rows) for (const inner of suppressedIn(row)) inTables.add(inner);
  }
  return { drawings, strays };
}

const none: readonly ClauseRedline[] = [];

/** The clauses in rows and cells of a table that were taken out, which are drawn nowhere. */
function hiddenIn(table: Clause): readonly Clause[] {
  const standing = table.rows.length > 0 ? standingRows(table) : [];
  return standing.flatMap(({ stands, cells }, r) =>
    table.rows[r]!.cells.flatMap(({ clauses }, c) => (stands && cells[c] ? [] : clauses)),
  );
}

/** The next entry from there on whose words stand on the page by themselves. */
function nextPresent(all: readonly ClauseRedline[], from: number): number {
  let at = from;
  for (let entry = all[at]; entry; entry = all[++at])
    if (entry.current !== null && entry.move !== "from" && entry.joint !== "merge") return at;
  return at;
}

/** The places of the entries whose words of the base stand there no more, by clause. */
function goneById(all: readonly ClauseRedline[]): Map<string, number[]> {
  const gone = new Map<string, number[]>();
  for (const [i, { base, current, move, joint }] of all.entries()) {
    const merged = joint === "merge" || all[i + 1]?.joint === "merge";
    const elsewhere = move === "from" || (merged && base?.id !== current?.id);
    if (!base || (current !== null && !elsewhere)) continue;
    const there = gone.get(base.id);
    if (there) there.push(i);
    else gone.set(base.id, [i]);
  }
  return gone;
}

function jointOf(all: readonly ClauseRedline[], at: number): readonly ClauseRedline[] {
  const from = at + 1;
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

/** Whether a block of the page is the place of a clause of the current text; of a table the words in its cells tell. */
export function stands({ clause }: Block, current: Clause): boolean {
  if (current.id !== clause.id && !current.id.startsWith(`${clause.id}~`)) return false;
  if (clause.content !== current.content && JSON.stringify(clause.content) !== JSON.stringify(current.content))
    return false;
  return clause.rows === current.rows || JSON.stringify(saidIn(clause)) === JSON.stringify(saidIn(current));
}

/** What is said in a table, cell by cell; rows and cells that were taken out say nothing. */
function saidIn({ rows }: Clause): readonly Content[] {
  return rows
    .flatMap(({ cells }) => cells.flatMap(({ clauses }) => deepClauses(clauses)))
    .flatMap(({ content }) => (content.length > 0 ? [content] : []));
}
