import type { Cell, Clause, Content, Row } from "@plenary/document";
import { jointGroups, jointIds } from "./joints/applyJoint.ts";
import type { Change, ClauseRedline, RowRedline } from "./redline.ts";

/** The ids that clauses of the current text have in a text made from a redline. */
export interface OutputIds {
  /** An added clause under its id of the new text. */
  current(clause: Clause): Clause;
  /** An added row likewise. */
  row(row: Row): Row;
  /** An added cell likewise. */
  cell(cell: Cell): Cell;
  /** An empty cell for the row with this id, under an id of its own. */
  blank(row: string): Cell;
  /** Content of the current text, its anchors naming footnotes of the new text. */
  content(content: Content): Content;
}

/**
 * A paired clause has the base's id, an added one its own unless a base clause that stays has it:
 * then `~2` is put after it. With ids that are trusted and every change chosen nothing changes.
 */
export function outputIds(entries: readonly ClauseRedline[], chosen: ReadonlySet<string>): OutputIds {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const added: string[] = [];
  const stays = (change: Change | undefined) => change === undefined || !chosen.has(change.id);
  const visit = (entry: ClauseRedline) => {
    const { base, current, changes } = entry;
    if (base && current) {
      taken.add(base.id);
      names.set(current.id, base.id);
      const rowChanges = changes.filter(({ kind }) => kind === "row");
      let next = 0;
      for (const row of entry.rows) visitRow(row, () => stays(rowChanges[next++]));
    } else if (current) added.push(...idsOf(current));
    else if (base && stays(changes[0])) for (const id of idsOf(base)) taken.add(id);
  };
  const visitRow = ({ base, current, cells }: RowRedline, kept: () => boolean) => {
    if (base && current) {
      taken.add(base.id);
      for (const cell of cells) {
        if (cell.base && cell.current) {
          taken.add(cell.base.id);
          cell.clauses.forEach(visit);
        } else if (cell.current) added.push(...idsOfCell(cell.current));
        else if (cell.base && !chosen.has(cell.change ?? "")) for (const id of idsOfCell(cell.base)) taken.add(id);
      }
    } else {
      const stay = kept();
      if (base && stay) for (const id of idsOfRow(base)) taken.add(id);
      if (current) added.push(...idsOfRow(current));
    }
  };
  for (const group of jointGroups(entries)) {
    if (group.length === 1) visit(group[0]!);
    else {
      const ids = jointIds(group, chosen);
      for (const id of ids.kept) taken.add(id);
      added.push(...ids.added);
    }
  }
  const kept = new Map<string, string>();
  const fresh = (id: string) => {
    let name = id;
    for (let n = 2; taken.has(name); n++) name = `${id}~${n}`;
    taken.add(name);
    return name;
  };
  for (const id of added) kept.set(id, fresh(id));
  const own = (id: string) => kept.get(id) ?? id;
  const content = (said: Content): Content => {
    if (!said.some((piece) => piece.type === "anchor" && target(piece.footnote) !== piece.footnote)) return said;
    return said.map((piece) =>
      piece.type === "anchor" ? { type: "anchor", footnote: target(piece.footnote) } : piece,
    );
  };
  const target = (id: string) => names.get(id) ?? own(id);
  const current = (clause: Clause): Clause => {
    const id = own(clause.id);
    const said = content(clause.content);
    const inside = clause.rows.map(row);
    const same = id === clause.id && said === clause.content && inside.every((one, r) => one === clause.rows[r]);
    return same ? clause : { ...clause, id, content: said, rows: inside };
  };
  const cellOf = (cell: Cell): Cell => {
    const clauses = cell.clauses.map(current);
    const id = own(cell.id);
    return id === cell.id && clauses.every((one, c) => one === cell.clauses[c]) ? cell : { id, clauses };
  };
  const row = (one: Row): Row => {
    const id = own(one.id);
    const cells = one.cells.map(cellOf);
    return id === one.id && cells.every((cell, c) => cell === one.cells[c]) ? one : { id, cells };
  };
  return { current, row, cell: cellOf, blank: (of) => ({ id: fresh(`${of}.blank`), clauses: [] }), content };
}

function idsOf(clause: Clause): string[] {
  return [clause.id, ...clause.rows.flatMap(idsOfRow)];
}

function idsOfRow(row: Row): string[] {
  return [row.id, ...row.cells.flatMap(idsOfCell)];
}

function idsOfCell({ id, clauses }: Cell): string[] {
  return [id, ...clauses.flatMap(idsOf)];
}
