import type { Marked, MarkedClause } from "../marked/marked.ts";
import { markedNotes } from "../marked/markedNotes.ts";
import { columnHeads, sideBySide } from "../table/sideBySide.ts";
import { printClause } from "./printClauses.ts";
import type { PrintedCell, PrintedClause } from "./printedPage.ts";

/** One table of three columns: the symbol, the base, what is proposed. Footnotes stand in it as clauses too. */
export function comparisonTable(marked: Marked): PrintedClause {
  const notes = { ...markedNotes(marked), byNumber: new Map<number, MarkedClause>() };
  const cell = (clause: MarkedClause | null): PrintedCell => ({
    op: "=",
    span: 1,
    // Bookmarks are of the text, not of its comparison.
    clauses: clause ? [{ ...printClause(clause, notes, false), heading: 0 }] : [],
  });
  const sign = (symbol: string): PrintedCell => ({
    op: "=",
    span: 1,
    clauses: symbol === "" ? [] : [{ ...nothing, symbol }],
  });
  return {
    ...nothing,
    kind: "table",
    comparison: true,
    columns: 3,
    header: ["", ...columnHeads[marked.language]],
    cells: sideBySide(marked).flatMap(({ symbol, base, current }) => [sign(symbol), cell(base), cell(current)]),
  };
}

const nothing: PrintedClause = {
  kind: "paragraph",
  level: 0,
  symbol: "",
  heading: 0,
  column: 1,
  label: [],
  pieces: [],
  comparison: false,
  columns: 1,
  header: [],
  cells: [],
};
