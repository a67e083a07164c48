import type { Clause, Text } from "@plenary/document";

/** The text without the clauses that say nothing: in a Word file they only make room. Those of cells and footnotes stay. */
export function withoutEmpty(text: Text): Text {
  return { ...text, clauses: text.clauses.filter(says) };
}

function says({ kind, content, rows }: Clause): boolean {
  return (
    kind === "footnote" ||
    content.length > 0 ||
    rows.some(({ cells }) => cells.some(({ clauses }) => clauses.some(says)))
  );
}
