import {
  type Cell,
  type Clause,
  type Content,
  type Inline,
  type Row,
  type Text,
  concat,
  normalise,
  run,
  text,
} from "@plenary/document";
import type { Marked, MarkedClause, MarkedPiece, MarkedRow } from "./marked.ts";

/** One of the two texts. */
export type Side = "base" | "current";

/**
 * The base (all rejected) or the current text (all accepted). Clauses get ids by their place, footnotes `note-1`, …;
 * anchors of footnotes that this side lacks are left out.
 */
export function sideText({ language, clauses }: Marked, side: Side): Text {
  const own = sideClauses(clauses, side);
  const notes = own.filter(({ kind }) => kind === "footnote");
  const there = new Set(notes.map(({ id }) => id));
  const withoutLost = (each: Clause): Clause => ({
    ...each,
    content: normalise(each.content.filter((piece) => piece.type !== "anchor" || there.has(piece.footnote))),
    rows: each.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, clauses: cell.clauses.map(withoutLost) })),
    })),
  });
  return text(language, [...own.filter(({ kind }) => kind !== "footnote"), ...notes].map(withoutLost));
}

function sideClauses(clauses: readonly MarkedClause[], side: Side): Clause[] {
  const out: Clause[] = [];
  for (const clause of clauses) {
    const shape = clause[side];
    const last = out.at(-1);
    if (clause.joint === (side === "base" ? "split" : "merge") && last) {
      out[out.length - 1] = { ...last, content: concat(last.content, contentOf(clause.pieces, side)) };
    }
    if (!shape || clause.move === (side === "base" ? "to" : "from")) continue;
    out.push({
      id: clause.note === null ? "" : `note-${clause.note}`,
      ...shape,
      content: contentOf(clause.pieces, side),
      rows: clause.rows.flatMap((row) => rowOf(row, side)),
    });
  }
  return out;
}

function rowOf({ op, cells }: MarkedRow, side: Side): Row[] {
  const gone = side === "base" ? "+" : "-";
  if (op === gone) return [];
  const own = cells.filter((cell) => cell.op !== gone);
  return [{ id: "", cells: own.map((cell): Cell => ({ id: "", clauses: sideClauses(cell.clauses, side) })) }];
}

function contentOf(pieces: readonly MarkedPiece[], side: Side): Content {
  return normalise(
    pieces.flatMap((piece): Inline[] => {
      if (piece.op === (side === "base" ? "+" : "-")) return [];
      if (piece.type === "break") return [{ type: "break" }];
      if (piece.type === "anchor") return [{ type: "anchor", footnote: `note-${piece.note}` }];
      const marks = side === "base" ? (piece.was ?? piece.marks) : piece.marks;
      return [run(piece.text, ...marks)];
    }),
  );
}
