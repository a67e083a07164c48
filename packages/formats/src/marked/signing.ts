import type { Change, ChangeKind, Segment } from "@plenary/diff";

/** What a file says of who made a change, and when; null where it says nothing. */
export type Sign = (change: Change) => string | null;

/** Who made the words of a segment that begins at these places of both contents: the change they are in, else the clause's. */
export function signedWords(
  changes: readonly Change[],
  op: Segment["op"],
  at: { readonly base: number; readonly current: number },
  sign: Sign,
): string | null {
  const covers = ({ kind, fromA, toA, fromB, toB }: Change): boolean =>
    kind === "text" && (op === "-" ? fromA <= at.base && at.base < toA : fromB <= at.current && at.current < toB);
  const inside = op === "=" ? undefined : changes.find(covers);
  return inside ? sign(inside) : signedWhole(changes, sign);
}

/** Who made a clause come, go, move, split or merge. */
export function signedWhole(changes: readonly Change[], sign: Sign): string | null {
  const whole = changes.find(({ kind }) => wholes.has(kind));
  return whole ? sign(whole) : null;
}

const wholes: ReadonlySet<ChangeKind> = new Set<ChangeKind>(["add", "suppress", "move", "split", "merge"]);
