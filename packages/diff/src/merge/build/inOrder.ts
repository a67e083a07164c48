import type { Group } from "../edits/group.ts";

/**
 * What comes to one point of the base, in order: each amendment's own order is kept, what one
 * amendment puts there stays together, the rest goes by what is said. Amendments that contradict
 * one another in the order of the same things are settled by what is said.
 */
export function inOrder(groups: readonly Group[]): Group[] {
  const followers = new Map<Group, Group[]>(groups.map((group) => [group, []]));
  const waiting = new Map<Group, number>(groups.map((group) => [group, 0]));
  for (const row of rows(groups))
    row.slice(1).forEach((group, i) => {
      followers.get(row[i]!)!.push(group);
      waiting.set(group, waiting.get(group)! + 1);
    });
  const out: Group[] = [];
  const left = new Set(groups);
  while (left.size > 0) {
    const next = choose(left, waiting, out.at(-1));
    left.delete(next);
    out.push(next);
    for (const group of followers.get(next)!) waiting.set(group, waiting.get(group)! - 1);
  }
  return out;
}

/** The groups of each amendment in its reading order. */
function rows(groups: readonly Group[]): Group[][] {
  const byInput = new Map<number, { group: Group; place: number }[]>();
  for (const group of groups)
    for (const { input, place } of group.edits) {
      const known = byInput.get(input);
      if (known) known.push({ group, place });
      else byInput.set(input, [{ group, place }]);
    }
  return [...byInput.values()].map((row) => row.sort((a, b) => a.place - b.place).map(({ group }) => group));
}

function choose(left: ReadonlySet<Group>, waiting: ReadonlyMap<Group, number>, last: Group | undefined): Group {
  let free: Group | undefined;
  for (const group of left) {
    if (waiting.get(group)! > 0) continue;
    if (!last || group.owners.some((owner) => last.owners.includes(owner))) return group;
    free ??= group;
  }
  const [first] = left;
  return free ?? first!;
}
