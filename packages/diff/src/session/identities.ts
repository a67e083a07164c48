import type { Change } from "../redline.ts";

/**
 * The identities of a clause's changes, by the ids that they have now: the identity that a change
 * had before, in `known`, or its own id when it is new.
 */
export function carryIdentities(
  before: readonly Change[],
  now: readonly Change[],
  known: ReadonlyMap<string, string>,
): Map<string, string> {
  const out = new Map<string, string>();
  const taken = new Set<string>();
  const left = new Map(before.map((change) => [change.id, change] as const));
  const give = (change: Change, from: Change) => {
    const identity = known.get(from.id) ?? from.id;
    out.set(change.id, identity);
    taken.add(identity);
    left.delete(from.id);
  };
  for (const change of now) {
    const same = left.get(change.id);
    if (same) give(change, same);
  }
  for (const change of now) {
    if (out.has(change.id)) continue;
    for (const from of left.values())
      if (grew(from, change)) {
        give(change, from);
        break;
      }
  }
  // A change that is new may have the very words that another one began with.
  for (const change of now) {
    if (out.has(change.id)) continue;
    let identity = change.id;
    for (let n = 2; taken.has(identity); n++) identity = `${change.id}~${n}`;
    out.set(change.id, identity);
    taken.add(identity);
  }
  return out;
}

// Two changes are one that grew when they do the same to the same clause and their stretches of the base meet.
function grew(from: Change, to: Change): boolean {
  return from.kind === to.kind && from.clause === to.clause && from.fromA <= to.toA && to.fromA <= from.toA;
}
