import type { Cell, Clause, Row } from "@plenary/document";
import type { ChangeIds } from "../changeId.ts";
import { type Side, oneSidedCell, oneSidedRow, rowChange } from "../oneSided.ts";
import type { CellRedline, Change, ClauseRedline, ClauseSymbol, RowRedline } from "../redline.ts";
import { columnChanges, partChange } from "./columnChanges.ts";
import { type RowPair, pairCells, pairColumns } from "./columns.ts";
import { gapsOf } from "./inGaps.ts";
import { pairRows } from "./pairRows.ts";

/** The compared rows of a table, and the changes of its columns, then of its rows and single cells in reading order. */
export interface TableRedline {
  readonly rows: readonly RowRedline[];
  readonly changes: readonly Change[];
}

/** Compares the rows of two tables that are one; `inside` compares what two cells hold. */
export function compareTable(
  base: Clause,
  current: Clause,
  { ids, name }: { readonly ids: "trusted" | "by-likeness"; readonly name: ChangeIds },
  inside: (base: Cell, current: Cell) => readonly ClauseRedline[],
): TableRedline {
  const pairs = pairRows(base.rows, current.rows, ids);
  const both = pairs.map(([i, j]): RowPair => [base.rows[i]!, current.rows[j]!]);
  const columns = pairColumns(both, ids);
  // What an added column is called does not depend on rows that another change adds.
  const following = both.filter((row) => pairCells(row, columns, ids).asColumns).map(([, row]) => row);
  const ofColumns = columnChanges(base, { ...current, rows: following }, columns, name);
  const rows: RowRedline[] = [];
  const changes: Change[] = [...ofColumns.changes];
  const alone = (row: Row, side: Side) => {
    rows.push({ ...oneSidedRow(row, side), cells: ofColumns.cellsOf(row, side) });
    changes.push(rowChange(row, base.id, side, name));
  };
  const paired = (row: RowPair) => {
    const { kept, asColumns } = pairCells(row, columns, ids);
    const cells: CellRedline[] = [];
    gapsOf(kept, row[0].cells.length, row[1].cells.length).forEach(({ fromA, toA, fromB, toB }, g) => {
      for (const [cell, at] of numbered(row[0].cells, fromA, toA)) {
        const change = asColumns
          ? ofColumns.suppressed(at)
          : partChange("cell", base.id, cell, "base", at, fromB, name);
        if (!asColumns) changes.push(change);
        cells.push({ ...oneSidedCell(cell, "base"), change: change.id });
      }
      for (const [cell, at] of numbered(row[1].cells, fromB, toB)) {
        const change = asColumns ? ofColumns.added(at) : partChange("cell", base.id, cell, "current", at, toA, name);
        if (!asColumns) changes.push(change);
        cells.push({ ...oneSidedCell(cell, "current"), change: change.id });
      }
      const next = kept[g];
      if (next) cells.push(compareCell(row[0].cells[next[0]]!, row[1].cells[next[1]]!, inside));
    });
    rows.push({ symbol: symbolOf(cells), base: row[0], current: row[1], cells });
  };
  gapsOf(pairs, base.rows.length, current.rows.length).forEach(({ fromA, toA, fromB, toB }, g) => {
    for (const row of base.rows.slice(fromA, toA)) alone(row, "base");
    for (const row of current.rows.slice(fromB, toB)) alone(row, "current");
    const next = pairs[g];
    if (next) paired([base.rows[next[0]]!, current.rows[next[1]]!]);
  });
  return { rows, changes };
}

function compareCell(
  base: Cell,
  current: Cell,
  inside: (base: Cell, current: Cell) => readonly ClauseRedline[],
): CellRedline {
  const clauses = inside(base, current);
  return { symbol: symbolOf(clauses), base, current, clauses };
}

function symbolOf(parts: readonly { readonly symbol: ClauseSymbol }[]): ClauseSymbol {
  return parts.some(({ symbol }) => symbol !== "NOC") ? "MOD" : "NOC";
}

function numbered<T>(items: readonly T[], from: number, to: number): [T, number][] {
  return items.slice(from, to).map((item, i) => [item, from + i]);
}
