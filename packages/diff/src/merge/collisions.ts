import { type Clause, type Text } from "@plenary/document";
import { collide } from "./collide.ts";
import { gapKey } from "./edits/edit.ts";
import { gluedChains } from "./gluedChains.ts";
import { type Group } from "./edits/group.ts";

/** Groups that collide, each with all it collides with, directly or through others; at least two in each. */
export function collisions(base: Text, groups: readonly Group[], insertions: "stack" | "collide"): Group[][] {
  const sets = disjointSets(groups);
  for (const bucket of buckets(groups))
    for (const [i, one] of bucket.entries())
      for (const other of bucket.slice(i + 1)) if (collide(one, other, insertions)) sets.unite(one, other);
  uniteLost(groups, sets);
  const clauses = wordsByClause(base, groups);
  const bound = boundByFootnote(groups);
  for (let before = -1; before !== sets.unions();) {
    before = sets.unions();
    for (const together of bound)
      if (together.some(sets.collides)) for (const one of together) sets.unite(together[0]!, one);
    for (const { clause, words } of clauses)
      for (const chain of gluedChains(clause, words, sets.collides))
        for (const one of chain) sets.unite(chain[0]!, one);
  }
  return sets.all();
}

interface Sets {
  unite(one: Group, other: Group): void;
  readonly collides: (group: Group) => boolean;
  unions(): number;
  all(): Group[][];
}

function disjointSets(groups: readonly Group[]): Sets {
  const members = new Map<Group, Group[]>(groups.map((group) => [group, [group]]));
  let unions = 0;
  const of = (group: Group) => members.get(group) ?? [group];
  return {
    unite(one, other) {
      const [a, b] = [of(one), of(other)];
      if (a === b) return;
      unions++;
      a.push(...b);
      for (const each of b) members.set(each, a);
    },
    collides: (group) => of(group).length > 1,
    unions: () => unions,
    all: () => [...new Set(members.values())].filter((set) => set.length > 1),
  };
}

/** Groups that could collide: those within one clause or row, and what is added at one point. */
function buckets(groups: readonly Group[]): Iterable<readonly Group[]> {
  const out = new Map<string, Group[]>();
  for (const group of groups) {
    const { effect, within } = group.lead;
    const keys = [...within];
    if ("gap" in effect && effect.type !== "move") keys.push(gapKey(effect.gap));
    for (const key of keys) {
      const known = out.get(key);
      if (known) known.push(group);
      else out.set(key, [group]);
    }
  }
  return out.values();
}

/** What is added between two clauses or rows that another amendment suppresses together has lost its place. */
function uniteLost(groups: readonly Group[], sets: Sets): void {
  const suppressed = new Map<string, Group>();
  for (const group of groups) {
    const { effect } = group.lead;
    if (effect.type === "suppress") suppressed.set(effect.clause, group);
    if (effect.type === "suppressRow") suppressed.set(effect.row, group);
  }
  for (const group of groups) {
    const { effect } = group.lead;
    if (effect.type !== "add" && effect.type !== "addRow") continue;
    const before = suppressed.get(effect.gap.after);
    const after = suppressed.get(effect.gap.before);
    if (!before || !after) continue;
    const both = before.owners.some((owner) => after.owners.includes(owner) && !group.owners.includes(owner));
    if (!both) continue;
    sets.unite(group, before);
    sets.unite(group, after);
  }
}

/** A footnote that comes or goes and the words that anchor it, amendment by amendment. */
function boundByFootnote(groups: readonly Group[]): Group[][] {
  const bound = new Map<string, Group[]>();
  const whole = new Set<string>();
  for (const group of groups)
    for (const { input, effect, footnotes, change } of group.edits)
      for (const footnote of footnotes) {
        const key = `${input}\0${footnote}`;
        if ((effect.type === "add" || effect.type === "suppress") && change.clause === footnote) whole.add(key);
        const known = bound.get(key);
        if (known) known.push(group);
        else bound.set(key, [group]);
      }
  return [...bound].filter(([key, together]) => whole.has(key) && together.length > 1).map(([, together]) => together);
}

function wordsByClause(base: Text, groups: readonly Group[]): { clause: Clause; words: Group[] }[] {
  const words = new Map<string, Group[]>();
  for (const group of groups) {
    const { type } = group.lead.effect;
    if (type !== "words" && type !== "split") continue;
    const { clause } = group.lead.change;
    const known = words.get(clause);
    if (known) known.push(group);
    else words.set(clause, [group]);
  }
  return clausesIn(base.clauses).flatMap((clause) => {
    const own = words.get(clause.id);
    return own && own.length > 1 ? [{ clause, words: own }] : [];
  });
}

function clausesIn(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [
    clause,
    ...clause.rows.flatMap(({ cells }) => cells.flatMap((cell) => clausesIn(cell.clauses))),
  ]);
}
