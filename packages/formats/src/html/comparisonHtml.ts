import type { Marked, MarkedClause } from "../marked/marked.ts";
import { columnHeads, sideBySide } from "../table/sideBySide.ts";
import { clauseHtml } from "./clauseHtml.ts";
import { createNotes } from "./notes.ts";

/** Two columns: the base on the left, what is proposed on the right; in Arabic the other way round. */
export function comparisonHtml(marked: Marked): string {
  const notes = createNotes(marked);
  const cell = (clause: MarkedClause | null): string => `<td>${clause ? clauseHtml(clause, notes, false) : ""}</td>`;
  const rows = sideBySide(marked).map(
    ({ symbol, base, current }) =>
      `<tr><th scope="row" class="sign">${symbol}</th>${cell(base)}${cell(current)}</tr>\n`,
  );
  const heads = columnHeads[marked.language].map((head) => `<th scope="col">${head}</th>`).join("");
  return `<table class="comparison">\n<thead><tr><td></td>${heads}</tr></thead>\n<tbody>\n${rows.join("")}</tbody>\n</table>\n`;
}
