import { type Clause, type Content, type Row, type Text, flatten, parseLabel } from "@plenary/document";

/** What parts of a current text say, ids aside, as strings to compare across amendments. */
export interface Saying {
  content(content: Content): string;
  clause(clause: Clause): string;
  row(row: Row): string;
}

/**
 * The sayings of one current text. An anchor is known by its footnote's id when the base has that
 * footnote, else by what the footnote says. Of a label in a list only the style counts: its number follows.
 */
export function saying(base: Text, current: Text): Saying {
  const known = new Set(base.clauses.map(({ id }) => id));
  const added = new Map<string, string>();
  for (const { id, kind, content } of current.clauses)
    if (kind === "footnote" && !known.has(id)) added.set(id, flatten(content));
  const pieces = (content: Content) =>
    content.map((piece) =>
      piece.type !== "anchor" ? piece : added.has(piece.footnote) ? { says: added.get(piece.footnote) } : piece,
    );
  const rows = (given: readonly Row[]): unknown =>
    given.map(({ cells }) => cells.map(({ clauses }) => clauses.map(parts)));
  const parts = ({ kind, level, label, content, rows: inside }: Clause): unknown => [
    kind,
    level,
    styleOf(label),
    pieces(content),
    rows(inside),
  ];
  return {
    content: (content) => JSON.stringify(pieces(content)),
    clause: (clause) => JSON.stringify(parts(clause)),
    row: (row) => JSON.stringify(rows([row])),
  };
}

function styleOf(label: string | null): unknown {
  const read = label === null ? null : parseLabel(label);
  return read ? [read.family, read.path.length, read.open, read.gap, read.close] : label;
}
