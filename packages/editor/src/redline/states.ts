import type { Change, Redline } from "@plenary/diff";
import { entries } from "./entries.ts";
import { lazyMap } from "./lazyMap.ts";

/** Whether a change still waits for a decision or is in the agreed text already. */
export type ChangeState = "pending" | "agreed";

/** The state of every change of the page's redline, and the changes to decide behind it. */
export interface States {
  readonly states: ReadonlyMap<string, ChangeState>;
  /** For a pending change of the page's redline the changes of the pending redline that it shows. */
  readonly deciding: ReadonlyMap<string, readonly Change[]>;
}

/** The states of changes, as {@link compareStates} finds them when they are first asked for. */
export function changeStates(redline: Redline, pending: Redline): States {
  let known: States | null = null;
  const found = () => (known ??= compareStates(redline, pending));
  return { states: lazyMap(() => found().states), deciding: lazyMap(() => found().deciding) };
}

/**
 * Compares the page's redline (published to current) with the pending one (agreed to current): a
 * change is pending when a pending change overlaps its words in the same clause, empty ranges by
 * touching, is of the same kind for a whole clause, or
 * says the same of a row, column or cell.
 */
function compareStates(redline: Redline, pending: Redline): States {
  const states = new Map<string, ChangeState>();
  const deciding = new Map<string, readonly Change[]>();
  if (pending.base === redline.base) {
    for (const change of redline.changes) {
      states.set(change.id, "pending");
      deciding.set(change.id, [change]);
    }
    return { states, deciding };
  }
  const byClause = new Map<string, Change[]>();
  for (const [key, change] of placed(pending)) {
    const there = byClause.get(key);
    if (there) there.push(change);
    else byClause.set(key, [change]);
  }
  for (const [key, change] of placed(redline)) {
    const shown = (byClause.get(key) ?? []).filter((other) => showsTogether(change, other));
    states.set(change.id, shown.length > 0 ? "pending" : "agreed");
    if (shown.length > 0) deciding.set(change.id, shown);
  }
  return { states, deciding };
}

/** Every change with the clause it stands in: the current clause's id, the base's for a suppressed one. */
function placed(redline: Redline): [string, Change][] {
  return entries(redline.clauses).flatMap((entry) => {
    const key = entry.current?.id ?? entry.base?.id ?? "";
    return entry.changes.map((change): [string, Change] => [key, change]);
  });
}

function showsTogether(one: Change, other: Change): boolean {
  if (!ranged(one) || !ranged(other)) {
    if (one.kind !== other.kind) return false;
    // Several clauses may have been joined to one.
    if (one.kind === "merge") return one.fromB <= other.toB && other.fromB <= one.toB;
    return !ofTable(one) || (one.deleted === other.deleted && one.inserted === other.inserted);
  }
  const empty = one.fromB === one.toB || other.fromB === other.toB;
  return empty ? one.fromB <= other.toB && other.fromB <= one.toB : one.fromB < other.toB && other.fromB < one.toB;
}

// A table has many of them: which is which is known by what they say.
function ofTable({ kind }: Change): boolean {
  return kind === "row" || kind === "column" || kind === "cell";
}

/** Whether a change is about words of the current clause. */
function ranged({ kind }: Change): boolean {
  return kind === "text" || kind === "marks" || kind === "add";
}
