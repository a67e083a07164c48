import { type Clause, type Content, type Text, flatPiece } from "@plenary/document";

/**
 * A text with one line a paragraph, in document order, a table row by row and cell by cell: label, tab, words; "[^1]"
 * where a footnote is anchored, and the footnotes last as "[^1]: words", numbered by their order. A line break inside a
 * paragraph is U+2028, inside a footnote a new line.
 */
export function paragraphLines({ clauses }: Text): string[] {
  const notes = clauses.filter(({ kind }) => kind === "footnote");
  const marks = new Map(notes.map(({ id }, i) => [id, `[^${i + 1}]`] as const));
  const words = (content: Content): string =>
    content
      .map((piece) => (piece.type === "anchor" ? (marks.get(piece.footnote) ?? "[^?]") : flatPiece(piece)))
      .join("");
  const said = ({ label, content }: Clause): string =>
    label === null ? words(content) : `${label}\t${words(content)}`;
  const lines = (all: readonly Clause[]): string[] =>
    all.flatMap((clause) => {
      if (clause.kind === "table")
        return clause.rows.flatMap(({ cells }) => cells.flatMap((cell) => lines(cell.clauses)));
      const mark = marks.get(clause.id);
      return [mark === undefined ? said(clause) : `${mark}: ${said(clause).replaceAll("\u2028", "\n")}`];
    });
  return lines(clauses);
}
