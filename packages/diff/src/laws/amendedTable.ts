import { type Clause, type Row, clause } from "@plenary/document";
import * as fc from "fast-check";

/** One edit of a table; places are taken modulo what there is. */
type Step =
  | { readonly type: "column" | "row"; readonly at: number; readonly said: string }
  | { readonly type: "dropColumn" | "dropRow"; readonly at: number }
  | { readonly type: "cell" | "say"; readonly row: number; readonly at: number; readonly said: string }
  | { readonly type: "dropCell"; readonly row: number; readonly at: number };

/** Edits of a table in turn: columns, rows, single cells and their words. */
export type TableEdit = readonly Step[];

/** Random edits of a table. */
export function tableEdits(said: fc.Arbitrary<string>): fc.Arbitrary<TableEdit> {
  const at = fc.nat(7);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ type: fc.constantFrom("column" as const, "row" as const), at, said }),
    fc.record({ type: fc.constantFrom("dropColumn" as const, "dropRow" as const), at }),
    fc.record({ type: fc.constantFrom("cell" as const, "say" as const), row: at, at, said }),
    fc.record({ type: fc.constant("dropCell" as const), row: at, at }),
  );
  return fc.array(step, { minLength: 1, maxLength: 5 });
}

/** The table with these edits; what is added has ids that begin with `id`. */
export function amendTable(table: Clause, edits: TableEdit, id: string): Clause {
  const rows = edits.reduce<readonly Row[]>((rows, step, n) => edited(rows, step, `${id}.${n}`), table.rows);
  return { ...table, rows };
}

function edited(rows: readonly Row[], step: Step, id: string): readonly Row[] {
  const cell = (name: string, said: string) => ({
    id: name,
    clauses: said === "" ? [] : [clause("paragraph", said, { id: `${name}.c` })],
  });
  const inRow = (row: number, change: (one: Row) => Row) =>
    rows.map((one, r) => (r === row % rows.length ? change(one) : one));
  switch (step.type) {
    case "row": {
      const added = {
        id,
        cells: (rows[0]?.cells ?? []).map((_, c) => cell(`${id}.${c}`, c === 0 ? step.said : `${c}`)),
      };
      return rows.toSpliced(step.at % (rows.length + 1), 0, added);
    }
    case "dropRow":
      return rows.toSpliced(step.at % Math.max(1, rows.length), 1);
    case "column":
      return rows.map((row, r) => {
        const words = r === 0 ? step.said : r % 2 === 0 ? "" : `${step.said} ${r}`;
        return { ...row, cells: row.cells.toSpliced(step.at % (row.cells.length + 1), 0, cell(`${id}.${r}`, words)) };
      });
    case "dropColumn":
      return rows.map((row) => ({ ...row, cells: row.cells.toSpliced(step.at % Math.max(1, row.cells.length), 1) }));
    case "cell":
      return inRow(step.row, (row) => ({
        ...row,
        cells: row.cells.toSpliced(step.at % (row.cells.length + 1), 0, cell(id, step.said)),
      }));
    case "dropCell":
      return inRow(step.row, (row) => ({
        ...row,
        cells: row.cells.toSpliced(step.at % Math.max(1, row.cells.length), 1),
      }));
    case "say":
      return inRow(step.row, (row) => ({
        ...row,
        cells: row.cells.map((one, c) =>
          c === step.at % row.cells.length ? { id: one.id, clauses: cell(id, step.said).clauses } : one,
        ),
      }));
  }
}
