import { type Cell, type Clause, type Row, plainLines } from "@plenary/document";
import type { ChangeIds } from "../changeId.ts";
import { type Side, oneSidedCell } from "../oneSided.ts";
import type { CellRedline, Change } from "../redline.ts";
import type { Columns } from "./columns.ts";
import { gapsOf } from "./inGaps.ts";

/** The changes of a table's columns, and what they do to its rows. */
interface ColumnChanges {
  readonly changes: readonly Change[];
  /** The change of a suppressed column of the base; throws when the column is kept. */
  suppressed(column: number): Change;
  /** The change of an added column of the current table; throws when the base has the column. */
  added(column: number): Change;
  /** The cells of a row that is on one side only, with a blank where the other side has a column more, if it has one cell a column. */
  cellsOf(row: Row, side: Side): CellRedline[];
}

/** The changes of the columns that are on one side only; none when `columns` is null. */
export function columnChanges(base: Clause, current: Clause, columns: Columns | null, name: ChangeIds): ColumnChanges {
  const suppressed = new Map<number, Change>();
  const added = new Map<number, Change>();
  const changes: Change[] = [];
  if (columns)
    for (const { fromA, toA, fromB, toB } of gapsOf(columns.kept, columns.base, columns.current)) {
      for (let i = fromA; i < toA; i++)
        suppressed.set(i, partChange("column", base.id, header(base, columns.base, i), "base", i, fromB, name));
      for (let j = fromB; j < toB; j++)
        added.set(j, partChange("column", base.id, header(current, columns.current, j), "current", j, toA, name));
    }
  changes.push(
    ...[...suppressed.values(), ...added.values()].sort(
      (one, other) => one.fromA - other.fromA || one.fromB - other.fromB,
    ),
  );
  const cellsOf = (row: Row, side: Side) => {
    if (row.cells.length !== columns?.[side]) return row.cells.map((cell) => oneSidedCell(cell, side));
    const own = side === "base" ? suppressed : added;
    const others = [...(side === "base" ? added : suppressed).values()];
    const cells = row.cells.map((cell, c): CellRedline => {
      const change = own.get(c);
      return change ? { ...oneSidedCell(cell, side), change: change.id } : oneSidedCell(cell, side);
    });
    // In a gap the suppressed columns stand before the added ones, as in rows that are on both sides.
    return gapsFilled(cells, (at) => others.filter((change) => (side === "base" ? change.fromA : change.fromB) === at));
  };
  return {
    changes,
    suppressed: (column) => found(suppressed, column),
    added: (column) => found(added, column),
    cellsOf,
  };
}

function gapsFilled(cells: readonly CellRedline[], blanksAt: (at: number) => readonly Change[]): CellRedline[] {
  const out: CellRedline[] = [];
  for (let at = 0; at <= cells.length; at++) {
    for (const { id, fromA, toA } of blanksAt(at))
      out.push({ symbol: fromA < toA ? "SUP" : "ADD", base: null, current: null, clauses: [], change: id });
    const cell = cells[at];
    if (cell) out.push(cell);
  }
  return out;
}

function found(changes: ReadonlyMap<number, Change>, column: number): Change {
  const change = changes.get(column);
  if (!change) throw new Error(`Column ${column + 1} stands on both sides.`);
  return change;
}

function header({ rows }: Clause, width: number, column: number): Cell {
  return rows.find(({ cells }) => cells.length === width)!.cells[column]!;
}

/** The change of a column or a single cell on one side: its place there, and where it would stand on the other. */
export function partChange(
  kind: "column" | "cell",
  table: string,
  cell: Cell,
  side: Side,
  at: number,
  other: number,
  name: ChangeIds,
): Change {
  const said = plainLines(cell.clauses).join("\n");
  const [deleted, inserted] = side === "base" ? [said, ""] : ["", said];
  const [fromA, fromB] = side === "base" ? [at, other] : [other, at];
  return {
    id: name(kind, table, deleted, inserted),
    kind,
    clause: table,
    fromA,
    toA: side === "base" ? at + 1 : other,
    fromB,
    toB: side === "base" ? other : at + 1,
    deleted,
    inserted,
  };
}
