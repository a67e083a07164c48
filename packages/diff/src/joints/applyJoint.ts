import { type Clause, type Content, concat, slice } from "@plenary/document";
import type { OutputIds } from "../outputIds.ts";
import type { ClauseRedline } from "../redline.ts";

/** Gives the content of an entry's stretch with the changes chosen. */
type Mixed = (entry: ClauseRedline, from: number, to: number) => Content;

/**
 * The neighbouring entries of a split or merge, in reading order; an entry of its own otherwise. The
 * groups join to all entries.
 */
export function jointGroups(entries: readonly ClauseRedline[]): ClauseRedline[][] {
  const out: ClauseRedline[][] = [];
  for (const entry of entries) {
    const last = out.at(-1);
    if (entry.joint && last) last.push(entry);
    else out.push([entry]);
  }
  return out;
}

/** Whether the entry at this place is one of a split or merge. */
export function isInJoint(entries: readonly ClauseRedline[], at: number): boolean {
  return entries[at]?.joint !== undefined || entries[at + 1]?.joint !== undefined;
}

/**
 * The entries of a split or merge that make one clause each when these changes are chosen, and what
 * that clause is called: the base's or current id of the entry given, whose clause it is known by.
 */
function clausesOf(
  group: readonly ClauseRedline[],
  chosen: ReadonlySet<string>,
): { readonly parts: readonly ClauseRedline[]; readonly named: ClauseRedline }[] {
  const lists: ClauseRedline[][] = [];
  for (const entry of group) {
    const taken = chosen.has(entry.changes[0]?.id ?? "");
    if (entry.joint && taken === (entry.joint === "merge")) lists.at(-1)!.push(entry);
    else lists.push([entry]);
  }
  const keeper = keeperOf(group);
  return lists.map((parts) => ({ parts, named: parts.includes(keeper) ? keeper : parts[0]! }));
}

/** The piece that is the whole's counterpart: the one with its id, else the first. */
function keeperOf(group: readonly ClauseRedline[]): ClauseRedline {
  return group.find(({ base, current }) => base?.id === current?.id) ?? group[0]!;
}

function isSplit(group: readonly ClauseRedline[]): boolean {
  return group[1]?.joint === "split";
}

/** The base's ids that clauses of a split or merge keep, and the current ids that others may come with. */
export function jointIds(
  group: readonly ClauseRedline[],
  chosen: ReadonlySet<string>,
): { readonly kept: readonly string[]; readonly added: readonly string[] } {
  const keeper = keeperOf(group);
  if (isSplit(group))
    return {
      kept: [keeper.base!.id],
      added: group.filter((entry) => entry !== keeper).map(({ current }) => current!.id),
    };
  return { kept: clausesOf(group, chosen).map(({ named }) => named.base!.id), added: [] };
}

/** The clauses that a split or merge gives with the changes chosen; the very base clauses that come out as they were. */
export function applyJoint(
  group: readonly ClauseRedline[],
  chosen: ReadonlySet<string>,
  names: OutputIds,
  mixed: Mixed,
): Clause[] {
  const split = isSplit(group);
  const keeper = keeperOf(group);
  return clausesOf(group, chosen).map(({ parts, named }) => {
    const first = parts[0]!;
    const base = first.base!;
    const untouched = parts.every(({ changes }) => changes.every(({ id }) => !chosen.has(id)));
    if (untouched && parts.length === (split ? group.length : 1)) return base;
    const { kind, level, label } = split && first.joint ? first.current! : structureOf(first, chosen);
    const id = split && named !== keeper ? names.current(named.current!).id : named.base!.id;
    return {
      id,
      kind,
      level,
      label,
      content: concat(...parts.flatMap((part) => contentOf(part, first, group, mixed))),
      rows: [],
    };
  });

  function structureOf({ base, current, changes }: ClauseRedline, chosen: ReadonlySet<string>) {
    const takes = (kind: string) => changes.some((change) => change.kind === kind && chosen.has(change.id));
    const { kind, level } = (takes("kind") ? current : base)!;
    return { kind, level, label: (takes("label") ? current : base)!.label };
  }
}

// What a piece says, after the space between it and the piece before it where both stand in one clause.
function contentOf(
  entry: ClauseRedline,
  first: ClauseRedline,
  group: readonly ClauseRedline[],
  mixed: Mixed,
): Content[] {
  const [own] = entry.changes;
  const space: Content[] = [];
  let from = 0;
  if (entry.joint && own) {
    const split = entry.joint === "split";
    if (entry !== first)
      space.push(
        split ? slice(entry.base!.content, own.fromA, own.toA) : slice(entry.current!.content, own.fromB, own.toB),
      );
    from = split ? own.toA : 0;
  }
  const next = group[group.indexOf(entry) + 1]?.changes[0];
  const to = isSplit(group) && next ? next.fromA : Infinity;
  return [...space, mixed(entry, from, to)];
}
