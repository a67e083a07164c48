import type { Cell, Clause } from "@plenary/document";
import type { Change, ClauseRedline } from "../../redline.ts";
import type { Effect } from "./edit.ts";

/** What the change of a column does to the table of the base. */
export function columnEffect({ rows }: ClauseRedline, table: Clause, change: Change): Effect {
  const own = rows.flatMap(({ base, current, cells }) => {
    const cell = cells.find((one) => one.change === change.id);
    return cell && base ? [{ row: base, paired: current !== null, cell }] : [];
  });
  const at = change.fromA;
  const width = own.find(({ paired }) => paired)?.row.cells.length ?? -1;
  if (change.fromA < change.toA)
    return {
      type: "suppressColumn",
      table: table.id,
      at,
      width,
      cells: own.flatMap(({ cell }) => (cell.base ? [cell.base.id] : [])),
    };
  const cells = new Map<string, Cell>();
  for (const { row, cell } of own) if (cell.current) cells.set(row.id, cell.current);
  const without = rows.flatMap(({ base, current }) => (base && current && !cells.has(base.id) ? [base.id] : []));
  return { type: "addColumn", gap: columnGap(table.id, at), table: table.id, width, cells, without };
}

/** The point of a table before the column of the base with this index. */
export function columnGap(table: string, at: number): { scope: string; after: string; before: string } {
  return { scope: `columns:${table}`, after: String(at), before: "" };
}

/** The point of a row before the cell of the base with this index. */
export function cellGap(row: string, at: number): { scope: string; after: string; before: string } {
  return { scope: `cells:${row}`, after: String(at), before: "" };
}
