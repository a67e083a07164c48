import type { Language } from "@plenary/document";
import type { Marked, MarkedClause, MarkedRow, Op } from "../marked/marked.ts";
import type { Side } from "../marked/sideText.ts";

/** One line of a comparison table: the clause in the base, with what goes, and the proposed one, with what comes. */
export interface SideBySide {
  readonly symbol: string;
  readonly base: MarkedClause | null;
  readonly current: MarkedClause | null;
}

/** The heads of the two columns of a comparison table. */
export const columnHeads: Readonly<Record<Language, readonly [base: string, current: string]>> = {
  en: ["Base text", "Proposed text"],
  fr: ["Texte de base", "Texte proposé"],
  es: ["Texto de base", "Texto propuesto"],
  ru: ["Исходный текст", "Предлагаемый текст"],
  ar: ["النص الأساسي", "النص المقترح"],
  zh: ["原文", "拟议案文"],
};

/** A marked text as lines of two columns; a moved clause stands on the left at its old place, on the right at its new. */
export function sideBySide({ clauses }: Marked): SideBySide[] {
  return clauses.map((clause) => ({
    symbol: clause.symbol === "NOC" ? "" : clause.symbol,
    base: oneSide(clause, "base"),
    current: oneSide(clause, "current"),
  }));
}

function oneSide(clause: MarkedClause, side: Side): MarkedClause | null {
  const shape = clause[side];
  const gone: Op = side === "base" ? "+" : "-";
  const continued = clause.joint === (side === "base" ? "split" : "merge");
  if ((!shape && !continued) || clause.move === (side === "base" ? "to" : "from")) return null;
  return {
    ...clause,
    // The label on this side alone.
    base: side === "base" ? shape : sameLabel(clause) ? shape : null,
    current: side === "current" ? shape : sameLabel(clause) ? shape : null,
    pieces: clause.pieces.filter(({ op }) => op !== gone),
    rows: clause.rows.filter(({ op }) => op !== gone).map((row) => rowOf(row, side, gone)),
  };
}

/** Whether label and kind are the same on both sides, so that the label is not marked. */
function sameLabel({ base, current }: MarkedClause): boolean {
  return base !== null && current !== null && base.label === current.label;
}

function rowOf(row: MarkedRow, side: Side, gone: Op): MarkedRow {
  const cells = row.cells.filter(({ op }) => op !== gone);
  return {
    ...row,
    cells: cells.map((cell) => ({ ...cell, clauses: cell.clauses.flatMap((each) => oneSide(each, side) ?? []) })),
  };
}
