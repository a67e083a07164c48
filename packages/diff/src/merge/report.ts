import type { Clause, Text } from "@plenary/document";
import { changeIds } from "../changeId.ts";
import type { Gap } from "./edits/edit.ts";
import { scopes } from "./edits/editsOf.ts";
import { type Group, compareStrings } from "./edits/group.ts";
import type { Alternative, Collision, Merged, MergedChange } from "./merged.ts";
import type { Names } from "./build/names.ts";

/** What stands and what collides, in the order of the base. */
export function report(
  base: Text,
  groups: readonly Group[],
  colliding: readonly (readonly Group[])[],
  names: Names,
): Pick<Merged, "changes" | "collisions"> {
  const place = places(base);
  const sorted = groups.toSorted((one, other) => {
    const [a, b] = [one.lead.change, other.lead.change];
    return place(one) - place(other) || a.fromA - b.fromA || a.toA - b.toA || compareStrings(one.key, other.key);
  });
  const name = changeIds();
  const changes = new Map(sorted.map((group) => [group, changeOf(group, names, name)]));
  const rank = new Map(sorted.map((group, i) => [group, i]));
  const inOrder = (some: readonly Group[]) => some.toSorted((one, other) => rank.get(one)! - rank.get(other)!);
  const left = new Set(colliding.flat());
  return {
    changes: sorted.filter((group) => !left.has(group)).map((group) => changes.get(group)!),
    collisions: colliding
      .map(inOrder)
      .sort(([one], [other]) => rank.get(one!)! - rank.get(other!)!)
      .map((together) => collisionOf(together, changes)),
  };
}

function changeOf({ edits, owners, lead }: Group, names: Names, name: ReturnType<typeof changeIds>): MergedChange {
  const { kind, fromA, toA, deleted, inserted } = lead.change;
  const clause = lead.effect.type === "add" ? names.of(lead.input, lead.change.clause) : lead.change.clause;
  return {
    id: name(kind, clause, deleted, inserted),
    kind,
    clause,
    fromA,
    toA,
    deleted,
    inserted,
    owners,
    sources: edits.map(({ change }) => change),
  };
}

function collisionOf(groups: readonly Group[], changes: ReadonlyMap<Group, MergedChange>): Collision {
  const owners = [...new Set(groups.flatMap((group) => group.owners))].sort((a, b) => a - b);
  const byChanges = new Map<string, { owners: number[]; groups: Group[] }>();
  for (const owner of owners) {
    const own = groups.filter((group) => group.owners.includes(owner));
    const key = own.map((group) => groups.indexOf(group)).join(" ");
    const known = byChanges.get(key);
    if (known) known.owners.push(owner);
    else byChanges.set(key, { owners: [owner], groups: own });
  }
  const alternatives = [...byChanges]
    .sort(([one], [other]) => compareStrings(one, other))
    .map(([, each]): Alternative => ({
      owners: each.owners,
      changes: each.groups.map((group) => changes.get(group)!),
    }));
  return { alternatives };
}

/** Where a group stands in the base, as a number to sort by. */
function places(base: Text): (group: Group) => number {
  const at = new Map<string, number>();
  const visit = (clause: Clause) => {
    at.set(clause.id, at.size);
    for (const row of clause.rows) {
      at.set(row.id, at.size);
      for (const cell of row.cells) cell.clauses.forEach(visit);
    }
  };
  base.clauses.forEach(visit);
  const ofGap = ({ scope, after, before }: Gap, within: readonly string[]) => {
    if (before !== "") return (at.get(before) ?? 0) - 0.5;
    const last = at.get(after) ?? at.get(within.at(-1) ?? "");
    return last === undefined ? (scope === scopes.footnotes ? at.size : -0.5) : last + 0.5;
  };
  return ({ lead: { effect, change, within } }) => {
    switch (effect.type) {
      case "add":
      case "addRow":
        return ofGap(effect.gap, within);
      case "suppressRow":
        return at.get(effect.row) ?? 0;
      case "suppressCell":
        return at.get(within.at(-2) ?? "") ?? 0;
      case "addCell":
        return at.get(within.at(-1) ?? "") ?? 0;
      case "suppressColumn":
      case "addColumn":
      case "suppress":
      case "words":
      case "split":
      case "label":
      case "kind":
      case "move":
        return at.get(change.clause) ?? 0;
    }
  };
}
