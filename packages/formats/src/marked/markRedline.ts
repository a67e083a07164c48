import type { CellRedline, ClauseRedline, Redline, RowRedline } from "@plenary/diff";
import type { Clause } from "@plenary/document";
import { uniformClauses, uniformRows } from "../uniform.ts";
import type { Marked, MarkedCell, MarkedClause, MarkedRow, Op, Shape } from "./marked.ts";
import { type NoteNumbers, noteNumbers } from "./noteNumbers.ts";
import { markPieces } from "./markPieces.ts";

/** The redline as it is printed. */
export function markRedline(redline: Redline): Marked {
  const notes = noteNumbers(redline);
  return { language: redline.current.language, clauses: redline.clauses.flatMap((entry) => markClause(entry, notes)) };
}

function markClause(entry: ClauseRedline, notes: NoteNumbers): MarkedClause[] {
  const { base, current, move, symbol } = entry;
  const wasTable = base?.kind === "table";
  if (base && current && move !== "from" && wasTable !== (current.kind === "table")) {
    return [...uniformClauses([base], "-"), ...uniformClauses([current], "+")].flatMap((each) =>
      markClause(each, notes),
    );
  }
  const one: Op | null = move === "from" || current === null ? "-" : base === null ? "+" : null;
  const alone = one === "-" ? base : one === "+" ? current : null;
  const joint = entry.joint ?? null;
  const rows = alone ? uniformRows(alone.rows, one ?? "=") : entry.rows;
  return [
    {
      symbol,
      base: base && joint !== "split" ? shapeOf(base) : null,
      current: current && move !== "from" && joint !== "merge" ? shapeOf(current) : null,
      move,
      joint,
      note: (current ?? base)?.kind === "footnote" ? notes.ofEntry(entry) : null,
      pieces: markPieces(alone ? [{ op: one ?? "=", content: alone.content }] : entry.segments, entry, notes),
      rows: rows.map((row) => markRow(row, notes)),
    },
  ];
}

function shapeOf({ kind, level, label }: Clause): Shape {
  return { kind, level, label };
}

function markRow(row: RowRedline, notes: NoteNumbers): MarkedRow {
  const op = opOf(row);
  return { op, cells: row.cells.map((cell) => markCell(cell, op, notes)) };
}

function markCell(cell: CellRedline, row: Op, notes: NoteNumbers): MarkedCell {
  const op = row === "=" ? opOf(cell) : row;
  const side = op === "-" ? cell.base : op === "+" ? cell.current : null;
  const clauses = side ? uniformClauses(side.clauses, op) : cell.clauses;
  return { op, clauses: clauses.flatMap((entry) => markClause(entry, notes)) };
}

function opOf({ base, current }: { readonly base: unknown; readonly current: unknown }): Op {
  return base === null ? "+" : current === null ? "-" : "=";
}
