import type { Cell, Clause, Content, Row, Text } from "@plenary/document";
import type { Group } from "../edits/group.ts";

/** What added clauses, rows and footnotes are called in the merged text. */
export interface Names {
  /** The merged text's id for an id of the amendment with this index. */
  of(input: number, id: string): string;
  /** An added clause of that amendment as it stands in the merged text. */
  clause(input: number, clause: Clause): Clause;
  cell(input: number, cell: Cell): Cell;
  /** An empty cell for the row with this id. */
  blank(row: string): Cell;
  content(input: number, content: Content): Content;
}

/**
 * An added clause keeps its id unless the base or another amendment has it for something else: then
 * `~2` is put after it. `groups` are all groups, `gone` those that suppress and are applied.
 */
export function names(base: Text, groups: readonly Group[], gone: ReadonlySet<string>): Names {
  const taken = new Set<string>();
  const given = new Map<string, string>();
  const reserve = (clause: Clause) => {
    if (gone.has(clause.id)) return;
    taken.add(clause.id);
    for (const row of clause.rows) {
      if (gone.has(row.id)) continue;
      taken.add(row.id);
      for (const cell of row.cells) {
        if (gone.has(cell.id)) continue;
        taken.add(cell.id);
        cell.clauses.forEach(reserve);
      }
    }
  };
  base.clauses.forEach(reserve);
  const fresh = (id: string) => {
    let name = id;
    for (let n = 2; taken.has(name); n++) name = `${id}~${n}`;
    taken.add(name);
    return name;
  };
  for (const { edits, lead } of groups) {
    const ids = addedIds(lead.effect, lead.change.clause);
    for (const id of ids) given.set(`${lead.input}\0${id}`, fresh(id));
    // The others' ids stand in the same order, as all say the same.
    for (const edit of edits)
      addedIds(edit.effect, edit.change.clause).forEach((id, i) => {
        const lent = given.get(`${lead.input}\0${ids[i] ?? id}`);
        if (lent !== undefined) given.set(`${edit.input}\0${id}`, lent);
      });
  }
  const of = (input: number, id: string) => given.get(`${input}\0${id}`) ?? id;
  const content = (input: number, said: Content): Content =>
    said.map((piece) => (piece.type === "anchor" ? { type: "anchor", footnote: of(input, piece.footnote) } : piece));
  const cell = (input: number, one: Cell): Cell => ({
    id: of(input, one.id),
    clauses: one.clauses.map((inside) => clause(input, inside)),
  });
  const row = (input: number, one: Row): Row => ({
    id: of(input, one.id),
    cells: one.cells.map((inside) => cell(input, inside)),
  });
  const clause = (input: number, one: Clause): Clause => ({
    ...one,
    id: of(input, one.id),
    content: content(input, one.content),
    rows: one.rows.map((inside) => row(input, inside)),
  });
  return { of, clause, cell, blank: (id) => ({ id: fresh(`${id}.blank`), clauses: [] }), content };
}

function addedIds(effect: Group["lead"]["effect"], clause: string): string[] {
  // Of the clauses that one became, one keeps the base's id.
  if (effect.type === "split") return [effect.clause.id === clause ? effect.first : effect.clause.id];
  if (effect.type === "add") return idsOf(effect.clause);
  if (effect.type === "addRow") return idsOfRow(effect.row);
  if (effect.type === "addColumn") return [...effect.cells.values()].flatMap(idsOfCell);
  return effect.type === "addCell" ? idsOfCell(effect.cell) : [];
}

function idsOf({ id, rows }: Clause): string[] {
  return [id, ...rows.flatMap(idsOfRow)];
}

function idsOfRow({ id, cells }: Row): string[] {
  return [id, ...cells.flatMap(idsOfCell)];
}

function idsOfCell({ id, clauses }: Cell): string[] {
  return [id, ...clauses.flatMap(idsOf)];
}
