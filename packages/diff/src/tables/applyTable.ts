import type { Cell, Clause, Row } from "@plenary/document";
import type { OutputIds } from "../outputIds.ts";
import type { ClauseRedline, RowRedline } from "../redline.ts";

/** The rows of a table with the changes chosen; the base's own list when they come out as they were. */
export function applyTable(
  table: ClauseRedline,
  chosen: ReadonlySet<string>,
  names: OutputIds,
  inside: (clauses: readonly ClauseRedline[]) => readonly Clause[],
): readonly Row[] {
  const changes = table.changes.filter(({ kind }) => kind === "row");
  let next = 0;
  const out = table.rows.flatMap((row): Row[] => {
    if (row.base && row.current) return [pairedRow(row, row.base, chosen, names, inside)];
    const taken = chosen.has(changes[next++]?.id ?? "");
    if (row.base) return taken ? [] : [lonelyRow(row, row.base, chosen, names)];
    return row.current && taken ? [lonelyRow(row, names.row(row.current), chosen, names)] : [];
  });
  return table.base && sameItems(out, table.base.rows) ? table.base.rows : out;
}

function pairedRow(
  { cells }: RowRedline,
  base: Row,
  chosen: ReadonlySet<string>,
  names: OutputIds,
  inside: (clauses: readonly ClauseRedline[]) => readonly Clause[],
): Row {
  const out = cells.flatMap(({ base: one, current, clauses, change = "" }): Cell[] => {
    if (!one) return current && chosen.has(change) ? [names.cell(current)] : [];
    if (!current) return chosen.has(change) ? [] : [one];
    const said = inside(clauses);
    return [sameItems(said, one.clauses) ? one : { id: one.id, clauses: said }];
  });
  return sameItems(out, base.cells) ? base : { id: base.id, cells: out };
}

// A row that is on one side only follows the columns: it loses and gains cells with the others.
function lonelyRow({ cells, base }: RowRedline, row: Row, chosen: ReadonlySet<string>, names: OutputIds): Row {
  let next = 0;
  const out = cells.flatMap((cell): Cell[] => {
    const stands = (cell.symbol === "ADD") === chosen.has(cell.change ?? "");
    if (!cell.base && !cell.current) return stands ? [names.blank(row.id)] : [];
    const own = row.cells[next++]!;
    const kept = cell.change === undefined || (base ? !chosen.has(cell.change) : chosen.has(cell.change));
    return kept ? [own] : [];
  });
  return sameItems(out, row.cells) ? row : { id: row.id, cells: out };
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
