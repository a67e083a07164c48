import type { Clause, Row, Text } from "@plenary/document";
import { type Gap, gapKey } from "../edits/edit.ts";
import { cellGap, columnGap } from "../edits/columnEffect.ts";
import { bodyAndFootnotes, scopes } from "../edits/editsOf.ts";
import type { Group } from "../edits/group.ts";
import { inOrder } from "./inOrder.ts";
import type { Names } from "./names.ts";
import { pieces, reworded } from "./reworded.ts";
import { type StandingColumns, addedCells, baseCells } from "./tableRow.ts";

/** What is applied, by where. */
interface Plan {
  readonly names: Names;
  readonly gone: ReadonlySet<string>;
  readonly moved: ReadonlySet<string>;
  readonly coming: ReadonlyMap<string, readonly Group[]>;
  readonly edits: ReadonlyMap<string, readonly Group[]>;
}

/** The base's clauses with these groups applied; labels that follow from structure are left as they were. */
export function build(base: Text, groups: readonly Group[], gone: ReadonlySet<string>, names: Names): Clause[] {
  const moved = new Set<string>();
  const coming = new Map<string, Group[]>();
  const edits = new Map<string, Group[]>();
  const file = (map: Map<string, Group[]>, key: string, group: Group) => {
    const known = map.get(key);
    if (known) known.push(group);
    else map.set(key, [group]);
  };
  for (const group of groups) {
    const { effect, change } = group.lead;
    switch (effect.type) {
      case "suppress":
      case "suppressRow":
      case "suppressCell":
        break;
      case "suppressColumn":
        file(coming, goneColumn(effect.table, effect.at, effect.width), group);
        break;
      case "move":
        moved.add(change.clause);
        file(coming, gapKey(effect.gap), group);
        break;
      case "add":
      case "addRow":
      case "addColumn":
      case "addCell":
        file(coming, gapKey(effect.gap), group);
        break;
      case "words":
      case "split":
      case "label":
      case "kind":
        file(edits, change.clause, group);
    }
  }
  const plan: Plan = { names, gone, moved, coming, edits };
  const { body, footnotes } = bodyAndFootnotes(base);
  return [...siblings(plan, scopes.body, body), ...siblings(plan, scopes.footnotes, footnotes)];
}

function siblings(plan: Plan, scope: string, base: readonly Clause[]): readonly Clause[] {
  const byId = new Map(base.map((clause) => [clause.id, clause]));
  const arriving = (after: string) =>
    arrivals(plan, { scope, after, before: "" }).flatMap(({ lead: { effect, change, input } }): readonly Clause[] => {
      if (effect.type === "add") return [plan.names.clause(input, effect.clause)];
      const moved = byId.get(change.clause);
      return moved ? paired(plan, moved) : [];
    });
  const out = [...arriving("")];
  for (const clause of base) {
    if (!plan.gone.has(clause.id) && !plan.moved.has(clause.id)) out.push(...paired(plan, clause));
    out.push(...arriving(clause.id));
  }
  return sameItems(out, base) ? base : out;
}

function arrivals({ coming }: Plan, gap: Gap): readonly Group[] {
  const groups = coming.get(gapKey(gap));
  return groups ? inOrder(groups) : [];
}

// What becomes of a clause: one, or several where it is split.
function paired(plan: Plan, base: Clause): readonly Clause[] {
  const rows = base.kind === "table" ? tableRows(plan, base) : base.rows;
  const edits = plan.edits.get(base.id) ?? [];
  if (rows === base.rows && edits.length === 0) return [base];
  let { kind, level, label } = base;
  for (const { lead } of edits) {
    if (lead.effect.type === "kind") ({ kind, level } = lead.effect.clause);
    if (lead.effect.type === "label" && !lead.effect.follows) ({ label } = lead.effect);
  }
  const { first, others } = reworded(plan.names, base.content, edits);
  const one = { id: base.id, kind, level, label, content: first, rows };
  return others.length === 0 ? [one] : pieces(plan.names, one, others);
}

function goneColumn(table: string, at: number, width: number): string {
  return `gone\0${table}\0${at}\0${width}`;
}

function tableRows(plan: Plan, table: Clause): readonly Row[] {
  const columns: StandingColumns = {
    added: (at) => arrivals(plan, columnGap(table.id, at)),
    suppressed: (at, width) => plan.coming.get(goneColumn(table.id, at, width))?.[0],
  };
  const arriving = (after: string) =>
    arrivals(plan, { scope: `rows:${table.id}`, after, before: "" }).flatMap((group) => {
      const { effect, input } = group.lead;
      if (effect.type !== "addRow") return [];
      const id = plan.names.of(input, effect.row.id);
      return [{ id, cells: addedCells(group, id, effect.cells, columns, plan.names) }];
    });
  const out = [...arriving("")];
  for (const row of table.rows) {
    if (!plan.gone.has(row.id)) out.push(pairedRow(plan, row, columns));
    out.push(...arriving(row.id));
  }
  return sameItems(out, table.rows) ? table.rows : out;
}

function pairedRow(plan: Plan, row: Row, columns: StandingColumns): Row {
  const own = (at: number) =>
    arrivals(plan, cellGap(row.id, at)).flatMap(({ lead: { effect, input } }) =>
      effect.type === "addCell" ? [plan.names.cell(input, effect.cell)] : [],
    );
  const cells = baseCells(row, columns, plan.names, own, (cell) => {
    if (plan.gone.has(cell.id)) return null;
    const clauses = siblings(plan, `cell:${cell.id}`, cell.clauses);
    return clauses === cell.clauses ? cell : { id: cell.id, clauses };
  });
  return sameItems(cells, row.cells) ? row : { id: row.id, cells };
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
