import type { Clause, Row, Text } from "@plenary/document";
import type { SideRead, WordRead } from "../read/readWord.ts";

/** How a text calls the clause, row, cell or footnote that has this id in the file. */
export type SourceIds = (id: string) => string;

/**
 * The file as if it had been read with a text's ids. Kind and level of a clause are those of the published text wherever
 * the file does not change them: a file without styles says less of them.
 */
export function renameRead(read: WordRead, nameOf: SourceIds, published: Text): WordRead {
  const library = clausesById(published.clauses);
  const before = clausesById(read.base.text.clauses);
  const renamed = (one: Clause): Clause => {
    const id = nameOf(one.id);
    const [there, was] = [library.get(id), before.get(one.id)];
    return {
      ...one,
      id,
      kind:
        there && was?.kind === one.kind && (one.kind === "table") === (there.kind === "table") ? there.kind : one.kind,
      level: there && was?.level === one.level ? there.level : one.level,
      content: one.content.map((piece) =>
        piece.type === "anchor" ? { ...piece, footnote: nameOf(piece.footnote) } : piece,
      ),
      rows: one.rows.map(renamedRow),
    };
  };
  const renamedRow = ({ id, cells }: Row): Row => ({
    id: nameOf(id),
    cells: cells.map((cell) => ({ id: nameOf(cell.id), clauses: cell.clauses.map(renamed) })),
  });
  const side = (one: SideRead): SideRead => ({
    spans: one.spans,
    text: { ...one.text, clauses: one.text.clauses.map(renamed) },
    origins: new Map(
      [...one.origins].map(([id, origin]) => [nameOf(id), { ...origin, clause: renamed(origin.clause) }]),
    ),
    notes: new Map([...one.notes].map(([id, note]) => [nameOf(id), note])),
  });
  return {
    ...read,
    base: side(read.base),
    current: side(read.current),
    elements: new Map([...read.elements].map(([id, element]) => [nameOf(id), element])),
  };
}

function clausesById(clauses: readonly Clause[], found = new Map<string, Clause>()): ReadonlyMap<string, Clause> {
  for (const clause of clauses) {
    found.set(clause.id, clause);
    for (const { cells } of clause.rows) for (const cell of cells) clausesById(cell.clauses, found);
  }
  return found;
}
