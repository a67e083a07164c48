import type { Edit } from "./edit.ts";

/** Edits of different amendments that do the same thing to the base. */
export interface Group {
  readonly key: string;
  /** One of each owner, owners ascending. */
  readonly edits: readonly Edit[];
  readonly owners: readonly number[];
  /** The edit that stands for all; which it is does not depend on the order of the amendments. */
  readonly lead: Edit;
}

/** Edits by key; groups are in the order of their keys. */
export function groupsOf(edits: readonly Edit[]): Group[] {
  const byKey = new Map<string, Edit[]>();
  for (const edit of edits) {
    const known = byKey.get(edit.key);
    if (known) known.push(edit);
    else byKey.set(edit.key, [edit]);
  }
  return [...byKey]
    .map(([key, same]) => {
      const [first] = same.toSorted((one, other) => compareStrings(identity(one), identity(other)));
      return { key, edits: same, owners: same.map(({ input }) => input), lead: first! };
    })
    .sort((one, other) => compareStrings(one.key, other.key));
}

/** By UTF-16 units, the same in every place. */
export function compareStrings(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether one amendment makes both: then they go together. */
export function shareOwner(one: Group, other: Group): boolean {
  return one.owners.some((owner) => other.owners.includes(owner));
}

function identity({ effect }: Edit): string {
  // A label that one amendment chose and that follows in another is a chosen one.
  if (effect.type === "label") return String(effect.follows);
  if (effect.type === "add") return JSON.stringify([effect.clause.id, effect.clause]);
  if (effect.type === "split") return JSON.stringify([effect.first, effect.clause]);
  if (effect.type === "addRow")
    return JSON.stringify([effect.row.id, effect.row, effect.cells.map(({ change, symbol }) => [change, symbol])]);
  if (effect.type === "addColumn") return JSON.stringify([...effect.cells]);
  return effect.type === "addCell" ? JSON.stringify(effect.cell) : "";
}
