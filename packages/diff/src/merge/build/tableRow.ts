import type { Cell, Row } from "@plenary/document";
import type { CellRedline } from "../../redline.ts";
import type { Group } from "../edits/group.ts";
import type { Names } from "./names.ts";

/** The standing changes of a table's columns, by places of the base. */
export interface StandingColumns {
  /** The groups that add a column before this one of the base, in order. */
  added(at: number): readonly Group[];
  /** The group that suppresses this column of a table that is so wide. */
  suppressed(at: number, width: number): Group | undefined;
}

/** The cells of a row of the base; `own` gives those that come to it alone before a cell of the base, `kept` what is left of one. */
export function baseCells(
  row: Row,
  columns: StandingColumns,
  names: Names,
  own: (at: number) => readonly Cell[],
  kept: (cell: Cell) => Cell | null,
): readonly Cell[] {
  const width = row.cells.length;
  const out: Cell[] = [];
  for (let at = 0; at <= width; at++) {
    for (const { lead } of columns.added(at)) {
      if (lead.effect.type !== "addColumn" || lead.effect.width !== width || lead.effect.without.includes(row.id))
        continue;
      const cell = lead.effect.cells.get(row.id);
      out.push(cell ? names.cell(lead.input, cell) : names.blank(row.id));
    }
    out.push(...own(at));
    const cell = row.cells[at];
    const stays = cell && kept(cell);
    if (stays) out.push(stays);
  }
  return out;
}

/** The cells of a row that this group adds; `cells` are its cells in its own amendment's redline. */
export function addedCells(
  { owners, lead: { input } }: Group,
  id: string,
  cells: readonly CellRedline[],
  columns: StandingColumns,
  names: Names,
): readonly Cell[] {
  // What has a column in the base: a cell that its row decides, or the blank of a suppressed column.
  const inBase = (cell: CellRedline) => cell.change === undefined || cell.symbol === "SUP";
  const places = cells.filter(inBase);
  const width = places.length;
  const out: Cell[] = [];
  for (let at = 0; at <= width; at++) {
    for (const { lead, edits } of columns.added(at)) {
      if (lead.effect.type !== "addColumn" || lead.effect.width !== width) continue;
      const own = edits.find((edit) => edit.input === input) ?? edits.find((edit) => owners.includes(edit.input));
      const change = own?.change.id;
      const cell = change === undefined ? null : cells.find((one) => one.change === change)?.current;
      // A row that has no cell in its own amendment's column does not follow the columns.
      if (cell) out.push(names.cell(input, cell));
      else if (change === undefined) out.push(names.blank(id));
    }
    const place = places[at];
    if (!place) continue;
    const gone = columns.suppressed(at, width);
    if (gone && (place.current === null || !gone.owners.some((owner) => owners.includes(owner)))) continue;
    out.push(place.current ? names.cell(input, place.current) : names.blank(id));
  }
  return out;
}
