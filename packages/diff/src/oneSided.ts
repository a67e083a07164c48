import { type Cell, type Clause, type Row, flatten, plainLines } from "@plenary/document";
import type { ChangeIds } from "./changeId.ts";
import type { CellRedline, Change, ClauseRedline, RowRedline } from "./redline.ts";

/** The side on which a clause stands alone. */
export type Side = "base" | "current";

/** The redline of a clause that is on one side only, as one change; the ghost of a moved clause has none. */
export function oneSided(clause: Clause, side: Side, name: ChangeIds | "ghost"): ClauseRedline {
  const said = clause.kind === "table" ? plainLines([clause]).join("\n") : flatten(clause.content);
  const length = flatten(clause.content).length;
  return {
    ...sides(clause, side),
    symbol: side === "base" ? "SUP" : "ADD",
    move: name === "ghost" ? "from" : null,
    segments: clause.content.length > 0 ? [{ op: side === "base" ? "-" : "+", content: clause.content }] : [],
    rows: clause.rows.map((row) => oneSidedRow(row, side)),
    changes:
      name === "ghost" ? [] : [wholeChange(side === "base" ? "suppress" : "add", clause.id, said, length, side, name)],
  };
}

/** The redline of a row that is on one side only; its change is made by {@link rowChange}. */
export function oneSidedRow(row: Row, side: Side): RowRedline {
  return {
    ...sides(row, side),
    symbol: side === "base" ? "SUP" : "ADD",
    cells: row.cells.map((cell) => oneSidedCell(cell, side)),
  };
}

/** The change of a row added to or suppressed from the table with that id. */
export function rowChange(row: Row, table: string, side: Side, name: ChangeIds): Change {
  const said = row.cells.map((cell) => plainLines(cell.clauses).join("\n")).join("\t");
  return wholeChange("row", table, said, said.length, side, name);
}

/** The redline of a cell that is on one side only. */
export function oneSidedCell(cell: Cell, side: Side): CellRedline {
  return {
    ...sides(cell, side),
    symbol: side === "base" ? "SUP" : "ADD",
    clauses: cell.clauses.map((clause) => ({ ...oneSided(clause, side, "ghost"), move: null })),
  };
}

function sides<T>(one: T, side: Side): { base: T | null; current: T | null } {
  return side === "base" ? { base: one, current: null } : { base: null, current: one };
}

function wholeChange(
  kind: "add" | "suppress" | "row",
  clause: string,
  said: string,
  length: number,
  side: Side,
  name: ChangeIds,
): Change {
  const [deleted, inserted] = side === "base" ? [said, ""] : ["", said];
  return {
    id: name(kind, clause, deleted, inserted),
    kind,
    clause,
    fromA: 0,
    toA: side === "base" ? length : 0,
    fromB: 0,
    toB: side === "base" ? 0 : length,
    deleted,
    inserted,
  };
}
