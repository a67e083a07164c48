import type { Change } from "../redline.ts";

/** What changes are called for as long as they live; that of one object never becomes another. */
export type Identities = WeakMap<Change, string>;

/** Notes the identities of a clause's changes: that which a change had before, or its own id when it is new. */
export function carryIdentities(before: readonly Change[], now: readonly Change[], identities: Identities): void {
  const given = new Set<Change>();
  const taken = new Set<string>();
  const left = new Map(before.map((change) => [change.id, change] as const));
  const note = (change: Change, identity: string) => {
    identities.set(change, identity);
    given.add(change);
    taken.add(identity);
  };
  const give = (change: Change, from: Change) => {
    note(change, identities.get(from) ?? from.id);
    left.delete(from.id);
  };
  for (const change of now) {
    const same = left.get(change.id);
    if (same) give(change, same);
  }
  for (const change of now) {
    if (given.has(change)) continue;
    for (const from of left.values())
      if (grew(from, change)) {
        give(change, from);
        break;
      }
  }
  // A change that is new may have the very words that another one began with.
  for (const change of now) {
    if (given.has(change)) continue;
    let identity = change.id;
    for (let n = 2; taken.has(identity); n++) identity = `${change.id}~${n}`;
    note(change, identity);
  }
}

// Two changes are one that grew when they do the same to the same clause and their stretches of the base meet.
function grew(from: Change, to: Change): boolean {
  return from.kind === to.kind && from.clause === to.clause && from.fromA <= to.toA && to.fromA <= from.toA;
}
