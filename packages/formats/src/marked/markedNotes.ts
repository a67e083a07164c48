import type { Marked, MarkedClause } from "./marked.ts";

/** The footnotes of a marked text by their number, those apart that no anchor names. */
export interface MarkedNotes {
  /** What the anchor prints: the footnote's label on that side, else its number. */
  label(note: number, side: "base" | "current"): string;
  readonly byNumber: ReadonlyMap<number, MarkedClause>;
  readonly anchored: ReadonlySet<number>;
}

/** Finds the footnotes of a marked text; the ghost of a moved one does not count. */
export function markedNotes(marked: Marked): MarkedNotes {
  const byNumber = new Map<number, MarkedClause>();
  const anchored = new Set<number>();
  const visit = (clauses: readonly MarkedClause[]): void => {
    for (const clause of clauses) {
      if (clause.note !== null && clause.move !== "from") byNumber.set(clause.note, clause);
      for (const piece of clause.pieces) if (piece.type === "anchor") anchored.add(piece.note);
      for (const row of clause.rows) for (const cell of row.cells) visit(cell.clauses);
    }
  };
  visit(marked.clauses);
  return {
    byNumber,
    anchored,
    label(note, side) {
      const clause = byNumber.get(note);
      return (clause?.[side] ?? clause?.current ?? clause?.base)?.label ?? String(note);
    },
  };
}
