import type { Pair } from "../clauses/pairInOrder.ts";
import { isInJoint } from "../joints/applyJoint.ts";
import { findJoints } from "../joints/findJoints.ts";
import type { ClauseRedline } from "../redline.ts";
import type { State } from "./state.ts";
import type { WordEdit } from "./wordEdits.ts";

/**
 * Whether clauses whose words were edited so may take part in a split or merge: one already does, or
 * clauses beside it now say together what one of them says on the other side.
 */
export function mayJoin(last: State, edits: readonly WordEdit[]): boolean {
  const before = last.redline.clauses;
  const clauses = [...before];
  for (const { entry, clause } of edits) clauses[entry] = { ...before[entry]!, current: clause };
  return edits.some(({ entry }) => {
    let from = entry;
    while (from > 0 && !(isPlain(clauses[from]!) && isPlain(clauses[from - 1]!))) from--;
    let to = entry + 1;
    while (to < clauses.length && !(isPlain(clauses[to - 1]!) && isPlain(clauses[to]!))) to++;
    if (to - from === 1) return false;
    const around = clauses.slice(from, to);
    return around.some((_, k) => isInJoint(clauses, from + k)) || joins(around);
  });
}

// No joint reaches over the border between two paired clauses.
function isPlain({ base, current, move, joint }: ClauseRedline): boolean {
  return base !== null && current !== null && move === null && joint === undefined;
}

function joins(entries: readonly ClauseRedline[]): boolean {
  const base = entries.flatMap((entry) => (entry.move === "to" ? [] : (entry.base ?? [])));
  const current = entries.flatMap((entry) => entry.current ?? []);
  const kept: Pair[] = [];
  const moved: Pair[] = [];
  let i = 0;
  let j = 0;
  for (const entry of entries) {
    if (isPlain(entry)) kept.push([i, j]);
    if (entry.move === "from") moved.push([i, -1]);
    if (entry.move === "to") moved.push([-1, j]);
    if (entry.base && entry.move !== "to") i++;
    if (entry.current) j++;
  }
  return findJoints(base, current, { kept, moved }).length > 0;
}
