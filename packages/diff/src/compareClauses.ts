import type { Cell, Clause, Row } from "@plenary/document";
import { type Pairing, pairById, pairByLikeness } from "./clauses/pairing.ts";
import { clauseSubject, rowSubject } from "./clauses/subject.ts";
import { type Comparison, compareClause } from "./compareClause.ts";
import { oneSided, oneSidedRow, rowChange } from "./oneSided.ts";
import type { CellRedline, Change, ClauseRedline, RowRedline } from "./redline.ts";

/** Which clauses of two lists are one; `moves` says whether one may have changed its place. */
export function pairClauses(
  base: readonly Clause[],
  current: readonly Clause[],
  ids: "trusted" | "by-likeness",
  moves: boolean,
): Pairing {
  return ids === "trusted"
    ? pairById(base, current, (one, other) => (one.kind === "table") === (other.kind === "table"))
    : pairByLikeness(base.map(clauseSubject), current.map(clauseSubject), moves);
}

/** Makes the entry of a clause with its two sides, one of them null when it stands alone; see {@link makeEntry}. */
export type EntryMaker = (
  base: Clause | null,
  current: Clause | null,
  move: ClauseRedline["move"],
  comparison: Comparison,
) => ClauseRedline;

/** The entry of a pair, of a clause on one side, or the ghost (`move` "from", the base alone) of a moved one. */
export function makeEntry(
  base: Clause | null,
  current: Clause | null,
  move: ClauseRedline["move"],
  comparison: Comparison,
): ClauseRedline {
  if (base && current) return pairOf(base, current, move === "to" ? "to" : null, comparison);
  const name = move === "from" ? "ghost" : comparison.name;
  if (base) return oneSided(base, "base", name);
  if (current) return oneSided(current, "current", name);
  throw new Error("An entry of a redline needs a clause on one side at least.");
}

/**
 * The redline of two lists of clauses that are paired so, in reading order: what went stands before
 * what came. `make` gives each entry.
 */
export function compareClauses(
  base: readonly Clause[],
  current: readonly Clause[],
  pairing: Pairing,
  comparison: Comparison,
  make: EntryMaker,
): ClauseRedline[] {
  const out: ClauseRedline[] = [];
  const went = new Set(pairing.moved.map(([i]) => i));
  const came = new Map(pairing.moved.map(([i, j]) => [j, i]));
  let i = 0;
  let j = 0;
  const until = (toA: number, toB: number) => {
    for (; i < toA; i++) out.push(make(base[i]!, null, went.has(i) ? "from" : null, comparison));
    for (; j < toB; j++) {
      const from = came.get(j);
      out.push(
        make(from === undefined ? null : base[from]!, current[j]!, from === undefined ? null : "to", comparison),
      );
    }
  };
  for (const [x, y] of pairing.kept) {
    until(x, y);
    out.push(make(base[i++]!, current[j++]!, null, comparison));
  }
  until(base.length, current.length);
  return out;
}

function pairOf(base: Clause, current: Clause, move: "to" | null, comparison: Comparison): ClauseRedline {
  if (base.kind !== "table") return compareClause(base, current, move, comparison);
  const changes: Change[] = [];
  const rows = compareRows(base, current, comparison, changes);
  return compareClause(base, current, move, comparison, rows, changes);
}

function compareRows(base: Clause, current: Clause, comparison: Comparison, changes: Change[]): RowRedline[] {
  const out: RowRedline[] = [];
  const alone = (row: Row, side: "base" | "current") => {
    out.push(oneSidedRow(row, side));
    changes.push(rowChange(row, base.id, side, comparison.name));
  };
  let i = 0;
  let j = 0;
  for (const [x, y] of [
    ...pairRows(base.rows, current.rows, comparison),
    [base.rows.length, current.rows.length],
  ] as const) {
    while (i < x) alone(base.rows[i++]!, "base");
    while (j < y) alone(current.rows[j++]!, "current");
    if (i < base.rows.length && j < current.rows.length)
      out.push(compareRow(base.rows[i++]!, current.rows[j++]!, comparison));
  }
  return out;
}

// Rows whose cells do not answer one another are not paired: the one goes, the other comes.
function pairRows(base: readonly Row[], current: readonly Row[], { ids }: Comparison): [number, number][] {
  const alike = (one: Row, other: Row) =>
    one.cells.length === other.cells.length &&
    (ids !== "trusted" || one.cells.every((cell, c) => cell.id === other.cells[c]!.id));
  if (ids === "trusted") return pairById(base, current, alike).kept.map(([i, j]) => [i, j]);
  if (base.length === current.length && base.every((row, r) => alike(row, current[r]!)))
    return base.map((_, r) => [r, r]);
  const { kept } = pairByLikeness(base.map(rowSubject), current.map(rowSubject), false);
  return kept.filter(([i, j]) => alike(base[i]!, current[j]!)).map(([i, j]) => [i, j]);
}

function compareRow(base: Row, current: Row, comparison: Comparison): RowRedline {
  const cells = base.cells.map((cell, c) => compareCell(cell, current.cells[c]!, comparison));
  return { symbol: cells.some(({ symbol }) => symbol !== "NOC") ? "MOD" : "NOC", base, current, cells };
}

function compareCell(base: Cell, current: Cell, comparison: Comparison): CellRedline {
  const pairing = cellPairing(base.clauses, current.clauses, comparison.ids);
  const clauses = compareClauses(base.clauses, current.clauses, pairing, comparison, makeEntry);
  return { symbol: clauses.some(({ symbol }) => symbol !== "NOC") ? "MOD" : "NOC", base, current, clauses };
}

// A cell of one clause on each side was amended, however little is left of it.
function cellPairing(base: readonly Clause[], current: readonly Clause[], ids: Comparison["ids"]): Pairing {
  const single = base.length === 1 && current.length === 1 && base[0]!.kind !== "table" && current[0]!.kind !== "table";
  return single && ids !== "trusted" ? { kept: [[0, 0]], moved: [] } : pairClauses(base, current, ids, false);
}
