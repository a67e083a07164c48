import type { Row } from "@plenary/document";
import { bestPairs } from "../clauses/bestPairs.ts";
import { leastLikeness, likeness } from "../clauses/likeness.ts";
import type { Pair } from "../clauses/pairInOrder.ts";
import { pairById } from "../clauses/pairing.ts";
import { type Subject, cellSubject } from "../clauses/subject.ts";
import { withEqualGaps } from "./inGaps.ts";

/** Two rows that are one. */
export type RowPair = readonly [base: Row, current: Row];

/** How many columns a table has on each side, and which of them are one. */
export interface Columns {
  readonly base: number;
  readonly current: number;
  readonly kept: readonly Pair[];
}

/** How many pairs of rows are looked at to tell which columns are one. */
const rowsLookedAt = 50;

/**
 * The columns of two tables whose rows are paired so: as many on each side as most of the paired
 * rows have cells; null without paired rows. With trusted ids they are paired as the cells of most
 * of these rows are, else by how alike their cells are, the header's above all.
 */
export function pairColumns(rows: readonly RowPair[], ids: "trusted" | "by-likeness"): Columns | null {
  // Rows as wide as they were come first: half of the rows do not make a column.
  const ordered = rows.toSorted((one, other) => Number(isAsWide(other)) - Number(isAsWide(one)));
  const shape = mostCommon(ordered, ([one, other]) => `${one.cells.length} ${other.cells.length}`);
  if (!shape) return null;
  const [base, current] = [shape[0].cells.length, shape[1].cells.length];
  const regular = rows.filter(([one, other]) => one.cells.length === base && other.cells.length === current);
  if (ids === "by-likeness") return { base, current, kept: columnsAlike(regular, base, current) };
  const typical = mostCommon(regular, (row) => JSON.stringify(cellsById(row)));
  return typical && { base, current, kept: cellsById(typical) };
}

/** The cells of two rows that are one, and whether they are so because their columns are. */
export function pairCells(
  row: RowPair,
  columns: Columns | null,
  ids: "trusted" | "by-likeness",
): { readonly kept: readonly Pair[]; readonly asColumns: boolean } {
  const [one, other] = row;
  const regular = columns?.base === one.cells.length && columns.current === other.cells.length;
  if (ids === "trusted") {
    const kept = cellsById(row);
    return { kept, asColumns: regular && JSON.stringify(kept) === JSON.stringify(columns.kept) };
  }
  if (regular) return { kept: columns.kept, asColumns: true };
  return { kept: columnsAlike([row], one.cells.length, other.cells.length), asColumns: false };
}

function isAsWide([one, other]: RowPair): boolean {
  return one.cells.length === other.cells.length;
}

function cellsById([one, other]: RowPair): readonly Pair[] {
  return pairById(one.cells, other.cells, () => true).kept;
}

function columnsAlike(rows: readonly RowPair[], n: number, m: number): Pair[] {
  const subjects = rows.slice(0, rowsLookedAt).map((pair) => pair.map((row) => row.cells.map(cellSubject)));
  const header = subjects[0];
  if (n === m && header?.[0]?.every((cell, c) => cell.said === header[1]![c]!.said))
    return header[0].map((_, c) => [c, c]);
  const worth = (x: number, y: number) => {
    const alike = columnLikeness(subjects.map(([one, other]) => [one![x]!, other![y]!]));
    return alike < leastLikeness ? 0 : alike - leastLikeness / 2;
  };
  return withEqualGaps(bestPairs(n, m, worth), n, m);
}

// From 0 to 1. The header weighs as much as half of the other cells together; two empty cells say nothing, and columns
// that are empty throughout are somewhat alike.
function columnLikeness(cells: readonly (readonly [Subject, Subject])[]): number {
  let weight = 0;
  let alike = 0;
  cells.forEach(([one, other], r) => {
    if (one.said === "" && other.said === "") return;
    const own = r === 0 ? Math.max(1, (cells.length - 1) / 2) : 1;
    weight += own;
    alike += own * likeness(one, other);
  });
  return weight === 0 ? leastLikeness : alike / weight;
}

function mostCommon<T>(items: readonly T[], key: (item: T) => string): T | null {
  const counts = new Map<string, { readonly item: T; times: number }>();
  let best: { readonly item: T; times: number } | null = null;
  for (const item of items) {
    const name = key(item);
    const known = counts.get(name) ?? { item, times: 0 };
    known.times++;
    counts.set(name, known);
  }
  for (const one of counts.values()) if (!best || one.times > best.times) best = one;
  return best?.item ?? null;
}
