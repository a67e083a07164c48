import type { ClauseKind } from "@plenary/document";
import { type MarkedNotes, markedNotes } from "../marked/markedNotes.ts";
import { markedLabel } from "../marked/markedLabel.ts";
import type { Marked, MarkedClause, MarkedPiece, MarkedRow, Shape } from "../marked/marked.ts";
import { printable } from "../printable.ts";
import type { PrintedCell, PrintedClause, PrintedPiece } from "./printedPage.ts";

/** The clauses of a marked text to be set; footnotes that have an anchor are set at the foot of its page, endnotes at the end. */
export function printClauses(marked: Marked, withSymbols: boolean): PrintedClause[] {
  const notes = markedNotes(marked);
  return marked.clauses
    .filter((clause) => clause.note === null || !notes.anchored.has(clause.note) || isEndnote(clause))
    .map((clause) => printClause(clause, notes, withSymbols));
}

/** One clause to be set. */
export function printClause(clause: MarkedClause, notes: MarkedNotes, withSymbols: boolean): PrintedClause {
  const shape: Shape = clause.current ?? clause.base ?? { kind: "paragraph", level: 0, label: null };
  const { kind, level } = shape;
  const columns = Math.max(1, ...clause.rows.map(({ cells }) => cells.length));
  return {
    kind,
    level: kind === "footnote" ? 0 : Math.min(level, 9),
    symbol: withSymbols && clause.symbol !== "NOC" ? clause.symbol : "",
    heading: headingOf(kind, level),
    column: kind === "field" ? 4 : kind === "reasons" ? 3 : 1,
    label: withoutTab(markedLabel(clause)).flatMap((piece) => printPiece(piece, clause, notes, true)),
    pieces: clause.pieces.flatMap((piece) => printPiece(piece, clause, notes, false)),
    comparison: false,
    columns,
    header: [],
    cells: clause.rows.flatMap((row) => printRow(row, columns, notes)),
  };
}

function isEndnote({ base, current }: MarkedClause): boolean {
  return (current ?? base)?.kind === "footnote" && ((current ?? base)?.level ?? 0) > 0;
}

function headingOf(kind: ClauseKind, level: number): number {
  if (kind === "heading") return Math.min(level, 4) + 2;
  if (kind === "call") return 2;
  return kind === "number" || kind === "title" || kind === "annexNumber" || kind === "annexTitle" ? 1 : 0;
}

function withoutTab(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  return pieces.filter((piece) => piece.type !== "text" || piece.text !== "\t");
}

function printRow({ op, cells }: MarkedRow, columns: number, notes: MarkedNotes): PrintedCell[] {
  if (cells.length === 0) return [{ op, span: columns, clauses: [] }];
  return cells.map((cell, i) => ({
    op: cell.op,
    span: i === cells.length - 1 ? columns - i : 1,
    clauses: cell.clauses.map((clause) => printClause(clause, notes, false)),
  }));
}

/** `inNote`: a footnote has no footnotes of its own, its anchors are printed as their labels. */
function printPiece(piece: MarkedPiece, clause: MarkedClause, notes: MarkedNotes, inNote: boolean): PrintedPiece[] {
  const { op } = piece;
  const moved = clause.move !== null && (op !== "+" || clause.move === "from");
  if (piece.type === "break") return [{ op, moved, type: "break" }];
  if (piece.type === "text") {
    const text = printable(piece.text);
    return text === "" ? [] : [{ op, moved, type: "text", text, marks: piece.marks }];
  }
  const label = printable(notes.label(piece.note, op === "-" ? "base" : "current"));
  const footnote = notes.byNumber.get(piece.note);
  const elsewhere =
    inNote ||
    (footnote && isEndnote(footnote)) ||
    !footnote ||
    clause.move === "from" ||
    (clause.move === "to" && op === "-");
  if (elsewhere) return [{ op, moved, type: "reference", text: label }];
  const pieces = footnote.pieces.flatMap((each) => printPiece(each, footnote, notes, true));
  return [{ op, moved, type: "anchor", label, pieces }];
}
