import { type ClauseRedline, compare } from "@plenary/diff";
import { type Cell, type Clause, type Row, type Text, flatten, sameContent } from "@plenary/document";

/** How what a Word file holds is called in the library's base text. */
export interface Renaming {
  /** A text of the file with the ids of the base text. */
  readonly textOf: (text: Text) => Text;
  /** The id of a clause, row, cell or footnote of the file. */
  readonly nameOf: (id: string) => string;
}

/**
 * How the clauses, rows, cells and footnotes of a file are called in the library: as those of the published text that
 * they go with, by what is said; others get ids that the published text does not have. What a clause is, its number and
 * its formatting are the library's as long as the file does not track a change of them: a file without styles says less.
 */
export function ontoBase(published: Text, fileBase: Text): Renaming {
  const taken = new Set(idsOf(published.clauses));
  const names = new Map<string, string>();
  const given = new Set<string>();
  const pair = (base: { readonly id: string } | null, current: { readonly id: string } | null): void => {
    if (!base || !current || names.has(current.id) || given.has(base.id)) return;
    names.set(current.id, base.id);
    given.add(base.id);
  };
  const pairAll = (entries: readonly ClauseRedline[]): void => {
    for (const { base, current, rows } of entries) {
      pair(base, current);
      for (const row of rows) {
        pair(row.base, row.current);
        for (const cell of row.cells) {
          pair(cell.base, cell.current);
          pairAll(cell.clauses);
        }
      }
    }
  };
  pairAll(compare(published, fileBase).clauses);

  const nameOf = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    let fresh = `w-${id}`;
    while (taken.has(fresh)) fresh += "~";
    taken.add(fresh);
    names.set(id, fresh);
    return fresh;
  };
  const renamed = (one: Clause): Clause => ({
    ...one,
    id: nameOf(one.id),
    content: one.content.map((piece) =>
      piece.type === "anchor" ? { ...piece, footnote: nameOf(piece.footnote) } : piece,
    ),
    rows: mapped(one.rows, renamed, nameOf),
  });
  const library = new Map(deep(published.clauses).map((one) => [one.id, one]));
  const before = new Map(deep(fileBase.clauses.map(renamed)).map((one) => [one.id, one]));
  const settled = (one: Clause): Clause => {
    const [there, was] = [library.get(one.id), before.get(one.id)];
    const rows = mapped(one.rows, settled);
    return there && was ? { ...asPublished(one, was, there), rows } : { ...one, rows };
  };
  const textOf = (text: Text): Text => ({
    language: published.language,
    clauses: text.clauses.map((one) => settled(renamed(one))),
  });
  return { textOf, nameOf };
}

/** The clause with what the file leaves as it was taken from the library's. */
function asPublished(one: Clause, was: Clause, there: Clause): Clause {
  const sameWords = sameContent(one.content, was.content) && flatten(was.content) === flatten(there.content);
  return {
    ...one,
    kind: one.kind === was.kind && (one.kind === "table") === (there.kind === "table") ? there.kind : one.kind,
    level: one.level === was.level ? there.level : one.level,
    label: one.label === was.label ? there.label : one.label,
    content: sameWords ? there.content : one.content,
  };
}

function mapped(
  rows: readonly Row[],
  clause: (one: Clause) => Clause,
  nameOf: (id: string) => string = (id) => id,
): readonly Row[] {
  return rows.map((row) => ({
    id: nameOf(row.id),
    cells: row.cells.map((cell): Cell => ({ id: nameOf(cell.id), clauses: cell.clauses.map(clause) })),
  }));
}

function deep(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((one) => [one, ...one.rows.flatMap((row) => row.cells.flatMap((cell) => deep(cell.clauses)))]);
}

function idsOf(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ id, rows }) => [
    id,
    ...rows.flatMap((row) => [row.id, ...row.cells.flatMap((cell) => [cell.id, ...idsOf(cell.clauses)])]),
  ]);
}
