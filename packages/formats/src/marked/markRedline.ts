import type { CellRedline, Change, ClauseRedline, Redline, RowRedline } from "@plenary/diff";
import type { Clause } from "@plenary/document";
import { uniformClauses, uniformRows } from "../uniform.ts";
import type { Marked, MarkedCell, MarkedClause, MarkedRow, Op, Shape } from "./marked.ts";
import { type NoteNumbers, noteNumbers } from "./noteNumbers.ts";
import { markPieces } from "./markPieces.ts";
import { type Sign, signedWhole, signedWords } from "./signing.ts";

/** The redline as it is printed; `sign`, if given, says who made its changes. */
export function markRedline(redline: Redline, sign: Sign = () => null): Marked {
  const moves = new Map(
    redline.changes.flatMap((each) => (each.kind === "move" ? [[each.clause, each] as const] : [])),
  );
  const hand: Hand = { notes: noteNumbers(redline), moves, sign, outer: null };
  return { language: redline.current.language, clauses: redline.clauses.flatMap((entry) => markClause(entry, hand)) };
}

/** What is the same for all clauses, and who made the row or cell around them come or go. */
interface Hand {
  readonly notes: NoteNumbers;
  readonly moves: ReadonlyMap<string, Change>;
  readonly sign: Sign;
  readonly outer: string | null;
}

function markClause(entry: ClauseRedline, hand: Hand): MarkedClause[] {
  const { notes, sign, outer } = hand;
  const { base, current, move, symbol } = entry;
  const wasTable = base?.kind === "table";
  const moved = move === "from" && base ? hand.moves.get(base.id) : undefined;
  const changes = moved ? [moved] : entry.changes;
  const whole = signedWhole(changes, sign) ?? outer;
  if (base && current && move !== "from" && wasTable !== (current.kind === "table")) {
    return [...uniformClauses([base], "-"), ...uniformClauses([current], "+")].flatMap((each) =>
      markClause(each, { ...hand, outer: whole }),
    );
  }
  const one: Op | null = move === "from" || current === null ? "-" : base === null ? "+" : null;
  const alone = one === "-" ? base : one === "+" ? current : null;
  const joint = entry.joint ?? null;
  const rows = alone ? uniformRows(alone.rows, one ?? "=") : entry.rows;
  const rowChanges = changes.filter(({ kind }) => kind === "row");
  const rowBy = (row: RowRedline): string | null => {
    const change = !alone && opOf(row) !== "=" ? rowChanges.shift() : undefined;
    return change ? sign(change) : whole;
  };
  return [
    {
      symbol,
      base: base && joint !== "split" ? shapeOf(base) : null,
      current: current && move !== "from" && joint !== "merge" ? shapeOf(current) : null,
      move,
      joint,
      ...(whole === null ? {} : { by: whole }),
      note: (current ?? base)?.kind === "footnote" ? notes.ofEntry(entry) : null,
      pieces: markPieces(
        alone ? [{ op: one ?? "=", content: alone.content }] : entry.segments,
        entry,
        notes,
        (op, at) => signedWords(changes, op, at, sign) ?? outer,
      ),
      rows: rows.map((row) => markRow(row, changes, { ...hand, outer: rowBy(row) })),
    },
  ];
}

function shapeOf({ kind, level, label }: Clause): Shape {
  return { kind, level, label };
}

function markRow(row: RowRedline, changes: readonly Change[], hand: Hand): MarkedRow {
  const op = opOf(row);
  const cells = row.cells.map((cell) => {
    const change = cell.change === undefined ? undefined : changes.find(({ id }) => id === cell.change);
    return markCell(cell, op, change ? { ...hand, outer: hand.sign(change) } : hand);
  });
  return { op, cells };
}

function markCell(cell: CellRedline, row: Op, hand: Hand): MarkedCell {
  const op = row === "=" ? opOf(cell) : row;
  const side = op === "-" ? cell.base : op === "+" ? cell.current : null;
  const clauses = side ? uniformClauses(side.clauses, op) : cell.clauses;
  return { op, clauses: clauses.flatMap((entry) => markClause(entry, hand)) };
}

function opOf({ base, current }: { readonly base: unknown; readonly current: unknown }): Op {
  return base === null ? "+" : current === null ? "-" : "=";
}
