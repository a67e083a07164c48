import type { ClauseRedline, Redline, RowRedline, Segment } from "@plenary/diff";
import { type Clause, type Text, slice } from "@plenary/document";
import { uniformRows } from "../../uniform.ts";

/**
 * A paragraph of the marked-up document. `base` and `current` are the clause it prints when all is rejected and
 * accepted, null when it is not there then. A moved clause is two paragraphs, each on one side only; `origin` is the
 * base clause of the one at the new place.
 */
export interface ParagraphBlock {
  readonly type: "paragraph";
  readonly base: Clause | null;
  readonly current: Clause | null;
  readonly origin: Clause | null;
  readonly move: "from" | "to" | null;
  /** Whether it goes on from the paragraph before: the mark between them was inserted (a split) or deleted (a merge). */
  readonly joint: "split" | "merge" | null;
  readonly segments: readonly Segment[];
  /** What it was made from. */
  readonly entry: ClauseRedline;
}

/** A table of the marked-up document, and whether it has rows when all is rejected and accepted. */
export interface TableBlock {
  readonly type: "table";
  readonly inBase: boolean;
  readonly inCurrent: boolean;
  readonly rows: readonly RowRedline[];
  /** What it was made from. */
  readonly entry: ClauseRedline;
}

/** What stands in the body or in a cell. */
export type Block = ParagraphBlock | TableBlock;

/** Ids of the footnotes that have an anchor in the body, before and after; the others are printed in the body. */
export interface Anchored {
  readonly base: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
}

/** The footnotes of both texts of a redline that an anchor in the body or in a table names. */
export function anchoredFootnotes(redline: Redline): Anchored {
  return { base: anchors(redline.base), current: anchors(redline.current) };
}

function anchors(text: Text): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      if (clause.kind === "footnote") continue;
      for (const piece of clause.content) if (piece.type === "anchor") found.add(piece.footnote);
      for (const row of clause.rows) for (const cell of row.cells) visit(cell.clauses);
    }
  };
  visit(text.clauses);
  return found;
}

/** The blocks that clauses of a redline are printed as, in order. */
export function blocksOf(clauses: readonly ClauseRedline[], anchored: Anchored): Block[] {
  return clauses.flatMap((entry) => {
    const base = entry.move === "to" ? null : inBody(entry.base, anchored.base);
    const current = entry.move === "from" ? null : inBody(entry.current, anchored.current);
    if (base?.kind === "table" && current?.kind === "table") return tableBlock(entry, entry.rows);
    if (base && current && base.kind !== "table" && current.kind !== "table")
      return [pairedBlock(entry, base, current)];
    return [...(base ? oneSided(entry, base, "-") : []), ...(current ? oneSided(entry, current, "+") : [])];
  });
}

/** Of a clause that was split or merged, its own label and its own stretch of the base. */
function pairedBlock(entry: ClauseRedline, base: Clause, current: Clause): ParagraphBlock {
  const { joint, segments, changes } = entry;
  const rest = { type: "paragraph" as const, origin: null, move: null, joint: joint ?? null, segments, entry };
  if (joint === "merge") return { ...rest, base, current: { ...current, label: null } };
  if (joint !== "split") return { ...rest, base, current };
  return {
    ...rest,
    base: { ...base, label: null, content: slice(base.content, changes[0]?.fromA ?? 0, Infinity) },
    current,
  };
}

function inBody(clause: Clause | null, anchored: ReadonlySet<string>): Clause | null {
  return clause?.kind === "footnote" && anchored.has(clause.id) ? null : clause;
}

function oneSided(entry: ClauseRedline, clause: Clause, op: "-" | "+"): Block[] {
  if (clause.kind === "table") return tableBlock(entry, uniformRows(clause.rows, op));
  const whole: Segment = { op, content: clause.content };
  return [
    {
      type: "paragraph",
      base: op === "-" ? clause : null,
      current: op === "+" ? clause : null,
      origin: entry.move === "to" ? entry.base : null,
      move: entry.move,
      joint: null,
      segments: entry.move === "to" ? entry.segments : [whole],
      entry,
    },
  ];
}

function tableBlock(entry: ClauseRedline, rows: readonly RowRedline[]): Block[] {
  if (rows.length === 0) return [];
  const inBase = rows.some((row) => row.base !== null);
  return [{ type: "table", entry, rows, inBase, inCurrent: rows.some((row) => row.current !== null) }];
}

/**
 * A redline whose changes are made: what is suppressed is gone, and what is there is there both ways. Words inside
 * clauses keep their segments, so that their looks are found.
 */
export function settled(clauses: readonly ClauseRedline[]): ClauseRedline[] {
  return withoutJoints(clauses).flatMap((entry): ClauseRedline[] => {
    if (!entry.current || entry.move === "from") return [];
    const rows = entry.rows.flatMap((row) => {
      if (!row.current) return [];
      const cells = row.cells.flatMap((cell) =>
        cell.current ? [{ ...cell, base: cell.current, clauses: settled(cell.clauses) }] : [],
      );
      return [{ ...row, base: row.current, cells }];
    });
    return [{ ...entry, base: entry.current, move: null, rows }];
  });
}

/** The entries of a split as clauses of their own, and those of a merge as the one clause that they became. */
function withoutJoints(clauses: readonly ClauseRedline[]): ClauseRedline[] {
  const out: ClauseRedline[] = [];
  for (const { joint, ...entry } of clauses) {
    const last = out.at(-1);
    if (joint === "merge" && last) out[out.length - 1] = { ...last, segments: [...last.segments, ...entry.segments] };
    else out.push(entry);
  }
  return out;
}
