import type { Clause, Text } from "@plenary/document";
import { compare } from "../compare.ts";
import { changesIn } from "../plan.ts";
import type { Change, ClauseRedline, Redline } from "../redline.ts";
import { jointGroups } from "../joints/applyJoint.ts";
import { mergeRedlines } from "./merge.ts";
import type { Collision, Merged, MergeOptions, MergedChange } from "./merged.ts";

/** What some amendments make of one clause: all of them the very same. */
export interface Wish {
  /** Indexes of the amendments, ascending. */
  readonly owners: readonly number[];
  /** The clause in the redline of the first owner; more than one entry where the clause became several. */
  readonly entries: readonly ClauseRedline[];
  /** The ids of the owner's changes that collide with what others do; see {@link Change}. */
  readonly colliding: readonly string[];
}

/** One clause of the base, or one that amendments add there, with all that is wished of it. */
export interface WishRow {
  /** Unique among the rows. */
  readonly id: string;
  /** Null for an added clause. */
  readonly base: Clause | null;
  /** Empty when no amendment touches the clause; labels that follow from structure are no wish. */
  readonly wishes: readonly Wish[];
  /** Indexes of the collisions that the clause takes part in, ascending. */
  readonly collisions: readonly number[];
}

/** Several amendments to one base, clause by clause. */
export interface SideBySide {
  /** In the order of the base, an added clause after the clause that it follows. */
  readonly rows: readonly WishRow[];
  readonly collisions: readonly Collision[];
}

/**
 * What every amendment wishes of every clause of the base; the conditions are those of `merge`.
 * Rows, wishes and collisions hold only words of the base and of the amendments.
 */
export function sideBySide(base: Text, currents: readonly Text[], options: MergeOptions = {}): SideBySide {
  const redlines = currents.map((current) => compare(base, current, { ids: "trusted", joints: "splits" }));
  const { merged, following } = mergeRedlines(base, redlines, options);
  const names = mergedNames(merged);
  const places = placesOf(redlines, names, following);
  const rows: WishRow[] = [];
  const row = (id: string, clause: Clause | null): WishRow => {
    const wishes = wishesOf(places.wishes.get(id) ?? [], names);
    const collisions = [
      ...new Set((places.wishes.get(id) ?? []).flatMap(({ changes }) => collisionsOf(changes, names))),
    ];
    return { id, base: clause, wishes, collisions: collisions.sort((a, b) => a - b) };
  };
  const added = (after: string) => {
    for (const id of places.added.get(after) ?? []) rows.push(row(id, null));
  };
  added("");
  for (const clause of base.clauses) {
    rows.push(row(baseRow(clause.id), clause));
    added(clause.id);
  }
  return { rows, collisions: merged.collisions };
}

/** What one amendment makes of one clause. */
interface OwnWish {
  readonly owner: number;
  readonly entries: ClauseRedline[];
  readonly changes: Change[];
}

interface Places {
  /** By the id of the row, in the order of the amendments. */
  readonly wishes: ReadonlyMap<string, readonly OwnWish[]>;
  /** The ids of the rows of added clauses, by the base clause that they follow; "" for the beginning. */
  readonly added: ReadonlyMap<string, readonly string[]>;
}

interface Names {
  /** The merged change that a change of an amendment became. */
  readonly merged: ReadonlyMap<Change, MergedChange>;
  /** The collision of a merged change, by its id. */
  readonly collisions: ReadonlyMap<string, number>;
}

function mergedNames({ changes, collisions }: Merged): Names {
  const merged = new Map<Change, MergedChange>();
  const colliding = new Map<string, number>();
  const put = (change: MergedChange) => {
    for (const source of change.sources) merged.set(source, change);
  };
  changes.forEach(put);
  collisions.forEach(({ alternatives }, at) => {
    for (const { changes: own } of alternatives)
      for (const change of own) {
        put(change);
        colliding.set(change.id, at);
      }
  });
  return { merged, collisions: colliding };
}

function placesOf(redlines: readonly Redline[], { merged }: Names, following: ReadonlySet<Change>): Places {
  const wishes = new Map<string, OwnWish[]>();
  const added = new Map<string, string[]>();
  redlines.forEach(({ clauses }, owner) => {
    let after = "";
    for (const group of jointGroups(clauses)) {
      const entry = group[0]!;
      if (entry.base && entry.move === null) after = entry.base.id;
      const changes = group.flatMap(changesIn).filter((change) => !following.has(change));
      const first = changes[0];
      if (!first) continue;
      const id = entry.base ? baseRow(entry.base.id) : `added ${merged.get(first)?.id ?? `${owner} ${first.id}`}`;
      const known = wishes.get(id) ?? [];
      const own = known.find((wish) => wish.owner === owner);
      if (own) {
        own.entries.push(...group);
        own.changes.push(...changes);
        continue;
      }
      wishes.set(id, [...known, { owner, entries: group, changes }]);
      if (entry.base || known.length > 0) continue;
      added.set(after, [...(added.get(after) ?? []), id]);
    }
  });
  return { wishes, added };
}

function baseRow(clause: string): string {
  return `base ${clause}`;
}

function wishesOf(all: readonly OwnWish[], names: Names): readonly Wish[] {
  const bySaying = new Map<string, { owners: number[]; first: OwnWish }>();
  for (const wish of all) {
    const saying = wish.changes.map((change) => names.merged.get(change)?.id ?? `${wish.owner} ${change.id}`);
    const key = JSON.stringify(saying.sort());
    const same = bySaying.get(key);
    if (same) same.owners.push(wish.owner);
    else bySaying.set(key, { owners: [wish.owner], first: wish });
  }
  return [...bySaying.values()].map(({ owners, first }) => ({
    owners,
    entries: first.entries,
    colliding: first.changes.filter((change) => collisionsOf([change], names).length > 0).map(({ id }) => id),
  }));
}

function collisionsOf(changes: readonly Change[], { merged, collisions }: Names): number[] {
  return changes.flatMap((change) => collisions.get(merged.get(change)?.id ?? "") ?? []);
}
