import type { CellRedline, ClauseRedline, RowRedline } from "@plenary/diff";
import type { Clause } from "@plenary/document";
import { labelSegments } from "../labelSegments.ts";
import { uniformClauses } from "../uniform.ts";
import { inlineHtml } from "./inlineHtml.ts";
import type { Notes } from "./notes.ts";

/**
 * One clause of a redline as HTML; its symbol stands before it when `marked` and it is not NOC. `next` is the entry
 * after it: where that goes on from a split or merge, a paragraph mark is inserted or deleted between them.
 */
export function clauseHtml(entry: ClauseRedline, notes: Notes, marked: boolean, next?: ClauseRedline): string {
  const shown = entry.current ?? entry.base;
  if (!shown) return "";
  const symbol = marked && entry.symbol !== "NOC" ? `<span class="symbol">${entry.symbol}</span>` : "";
  if (shown.kind === "table") return `<div class="clause table">${symbol}${tableHtml(entry, notes)}</div>\n`;
  const [tag, role] = element(shown);
  const place = shown.kind === "footnote" ? notes.place(entry) : null;
  const id = place === null ? "" : ` id="note-${place}"`;
  const back = place === null ? "" : `<a class="back" href="#reference-${place}">↩</a>`;
  const classes = `clause ${shown.kind} level-${Math.min(Math.max(0, shown.level), 6)}`;
  return `<${tag}${id} class="${classes}"${role}>${symbol}${said(entry, notes)}${jointHtml(next)}${back}</${tag}>\n`;
}

function said(entry: ClauseRedline, notes: Notes): string {
  const base = entry.base;
  const current = entry.move === "from" ? null : entry.current;
  const whole = entry.move === "from" && base ? [{ op: "-" as const, content: base.content }] : entry.segments;
  const label = inlineHtml(ownLabel(entry, base, current), notes.reference, entry.move);
  return (label === "" ? "" : `<span class="label">${label}</span>`) + inlineHtml(whole, notes.reference, entry.move);
}

/** The label of a piece that begins anew is inserted, that of one that was joined deleted. */
function ownLabel({ joint }: ClauseRedline, base: Clause | null, current: Clause | null) {
  return labelSegments(joint === "split" ? null : base, joint === "merge" ? null : current);
}

// The mark is drawn by the style sheet: it is no word of either text.
function jointHtml(next: ClauseRedline | undefined): string {
  if (!next?.joint) return "";
  return next.joint === "split" ? '<ins class="joint"><span></span></ins>' : '<del class="joint"><span></span></del>';
}

function element(clause: Clause): readonly [tag: string, attributes: string] {
  if (clause.kind === "title") return ["h1", ""];
  if (clause.kind === "annexTitle") return ["h2", ""];
  if (clause.kind === "heading") return [`h${Math.min(Math.max(0, clause.level), 4) + 2}`, ""];
  return ["p", clause.kind === "footnote" ? ' role="doc-footnote"' : ""];
}

function tableHtml(entry: ClauseRedline, notes: Notes): string {
  return `<table>${entry.rows.map((row) => rowHtml(row, notes)).join("")}</table>`;
}

function rowHtml(row: RowRedline, notes: Notes): string {
  return `<tr class="${row.symbol}">${row.cells.map((cell) => cellHtml(cell, row, notes)).join("")}</tr>`;
}

function cellHtml(cell: CellRedline, row: RowRedline, notes: Notes): string {
  const gone = row.current === null || cell.current === null;
  const fresh = row.base === null || cell.base === null;
  const clauses =
    gone && cell.base
      ? uniformClauses(cell.base.clauses, "-")
      : fresh && cell.current
        ? uniformClauses(cell.current.clauses, "+")
        : cell.clauses;
  return `<td>${clauses.map((clause) => clauseHtml(clause, notes, false)).join("")}</td>`;
}
