import type { MarkedCell, MarkedClause, MarkedRow, Shape } from "../marked/marked.ts";
import { markedLabel } from "../marked/markedLabel.ts";
import { inlineHtml, titleHtml } from "./inlineHtml.ts";
import type { Notes } from "./notes.ts";

/**
 * One clause as HTML; its symbol stands before it when `marked` and it is not NOC. `data-base` and `data-current` say
 * what it is on each side, by which the page is read back. `next` is the clause after it: where that goes on from a
 * split or merge, a paragraph mark is inserted or deleted between them.
 */
export function clauseHtml(clause: MarkedClause, notes: Notes, marked: boolean, next?: MarkedClause): string {
  const shown = clause.current ?? clause.base ?? { kind: "paragraph" as const, level: 0, label: null };
  const symbol = marked && clause.symbol !== "NOC" ? `<span class="symbol">${clause.symbol}</span>` : "";
  const data = dataOf(clause);
  if (shown.kind === "table") return `<div class="clause table"${data}>${symbol}${tableHtml(clause, notes)}</div>\n`;
  const [tag, role] = element(shown);
  const place = clause.note === null ? null : notes.place(clause);
  const id = place === null ? "" : ` id="note-${place}"`;
  const back = place === null ? "" : `<a class="back" href="#reference-${place}">↩</a>`;
  const classes = `clause ${shown.kind} level-${Math.min(Math.max(0, shown.level), 6)}`;
  return `<${tag}${id} class="${classes}"${role}${data}>${symbol}${said(clause, notes)}${jointHtml(next)}${back}</${tag}>\n`;
}

function said(clause: MarkedClause, notes: Notes): string {
  const label = inlineHtml(markedLabel(clause), notes.reference, clause.move, clause.by);
  return (
    (label === "" ? "" : `<span class="label">${label}</span>`) +
    inlineHtml(clause.pieces, notes.reference, clause.move, clause.by)
  );
}

// The mark is drawn by the style sheet: it is no word of either text.
function jointHtml(next: MarkedClause | undefined): string {
  if (!next?.joint) return "";
  const tag = next.joint === "split" ? "ins" : "del";
  return `<${tag} class="joint"${titleHtml(next.by)}><span></span></${tag}>`;
}

function dataOf({ base, current, move, joint, note }: MarkedClause): string {
  const side = (name: string, shape: Shape | null): string =>
    shape === null ? "" : ` data-${name}="${shape.kind} ${shape.level}"`;
  const named = (name: string, value: string | number | null): string =>
    value === null ? "" : ` data-${name}="${value}"`;
  return (
    side("base", base) + side("current", current) + named("move", move) + named("joint", joint) + named("note", note)
  );
}

function element(shown: Shape): readonly [tag: string, attributes: string] {
  if (shown.kind === "title") return ["h1", ""];
  if (shown.kind === "annexTitle") return ["h2", ""];
  if (shown.kind === "heading") return [`h${Math.min(Math.max(0, shown.level), 4) + 2}`, ""];
  return ["p", shown.kind === "footnote" ? ' role="doc-footnote"' : ""];
}

const rowClass = { "=": "MOD", "-": "SUP", "+": "ADD" } as const;

function tableHtml({ rows }: MarkedClause, notes: Notes): string {
  return `<table>${rows.map((row) => rowHtml(row, notes)).join("")}</table>`;
}

function rowHtml({ op, cells }: MarkedRow, notes: Notes): string {
  return `<tr class="${rowClass[op]}" data-op="${op}">${cells.map((cell) => cellHtml(cell, notes)).join("")}</tr>`;
}

function cellHtml({ op, clauses }: MarkedCell, notes: Notes): string {
  return `<td data-op="${op}">${clauses.map((clause, i) => clauseHtml(clause, notes, false, clauses[i + 1])).join("")}</td>`;
}
