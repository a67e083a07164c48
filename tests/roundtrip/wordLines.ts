import { type Clause, type Text, flatPiece } from "@plenary/document";

/**
 * What a Word file of a text says, line by line: a paragraph a line, label and tab first; `[^1]` for a footnote's
 * anchor and `[^1]: …` after the body. Word wants an empty paragraph in an empty cell, between two tables, and after
 * a table that ends a text if the `other` side of the amendment ends with a paragraph.
 */
export function wordLines(text: Text, other: Text = text): string[] {
  const notes = new Map(text.clauses.filter((clause) => clause.kind === "footnote").map((note) => [note.id, note]));
  const anchored = anchoredIn(text);
  const references: string[] = [];
  const mark = (id: string): string => (notes.has(id) ? `[^${references.push(id)}]${customMark(notes.get(id)!)}` : "");
  const said = (clause: Clause, withAnchors: boolean): string =>
    clause.content
      .map((piece) => (piece.type === "anchor" ? (withAnchors ? mark(piece.footnote) : "") : written(flatPiece(piece))))
      .join("");
  const lines = (clauses: readonly Clause[]): string[] => {
    const out: string[] = [];
    let afterTable = false;
    for (const clause of clauses) {
      if (clause.kind === "table" && afterTable && clause.rows.length > 0) out.push("");
      if (clause.kind === "table") {
        if (clause.rows.length === 0) continue;
        for (const row of clause.rows)
          out.push(...(row.cells.length === 0 ? [""] : row.cells.flatMap((cell) => cellLines(cell.clauses))));
      } else if (clause.kind !== "footnote" || !anchored.has(clause.id)) {
        out.push((clause.label === null ? "" : `${written(clause.label)}\t`) + said(clause, true));
      } else continue;
      afterTable = clause.kind === "table";
    }
    return out;
  };
  const cellLines = (clauses: readonly Clause[]): string[] =>
    ends(clauses) === "paragraph" ? lines(clauses) : [...lines(clauses), ""];
  const body = lines(text.clauses);
  if (endsOf(text) !== "paragraph" && endsOf(other) === "paragraph") body.push("");
  const below = references.map(
    (id, i) => `[^${i + 1}]: ${(customMark(notes.get(id)!) + "\t" + said(notes.get(id)!, false)).trimStart()}`,
  );
  return [...body, ...below];
}

function written(text: string): string {
  return text
    .replace(/[^\t\n\v\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[\n\v\u2028\u2029]/g, "\u2028");
}

function customMark(note: Clause): string {
  // Word counts footnotes in figures and endnotes, those of level 1, in Roman ones.
  const counted = note.level === 1 ? /^[ivx]+$/ : /^\p{Nd}+$/u;
  return note.label === null || counted.test(note.label) ? "" : note.label;
}

function ends(clauses: readonly Clause[]): "nothing" | "paragraph" | "table" {
  const last = clauses.findLast((clause) => clause.kind !== "table" || clause.rows.length > 0);
  return last ? (last.kind === "table" ? "table" : "paragraph") : "nothing";
}

function endsOf(text: Text): "nothing" | "paragraph" | "table" {
  const anchored = anchoredIn(text);
  return ends(text.clauses.filter((clause) => clause.kind !== "footnote" || !anchored.has(clause.id)));
}

function anchoredIn(text: Text): ReadonlySet<string> {
  const within = (clauses: readonly Clause[]): string[] =>
    clauses.flatMap((clause) =>
      clause.kind === "footnote"
        ? []
        : [
            ...clause.content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : [])),
            ...clause.rows.flatMap((row) => row.cells.flatMap((cell) => within(cell.clauses))),
          ],
    );
  return new Set(within(text.clauses));
}
