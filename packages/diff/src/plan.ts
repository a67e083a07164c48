import type { Clause, Text } from "@plenary/document";
import type { Pairing } from "./clauses/pairing.ts";
import type { Comparison } from "./compareClause.ts";
import { type EntryMaker, compareClauses, makeEntry, pairClauses } from "./compareClauses.ts";
import { type JointMaker, compareJoint } from "./joints/compareJoint.ts";
import { findJoints } from "./joints/findJoints.ts";
import type { Joint } from "./joints/joint.ts";
import type { Change, ClauseRedline } from "./redline.ts";

/** Two lists of clauses and which of them are one. */
interface PairedList {
  readonly base: readonly Clause[];
  readonly current: readonly Clause[];
  readonly pairing: Pairing;
  readonly joints: readonly Joint[];
}

/** Which clauses of two texts are one, before any word is compared; `footnotes` are the paired footnotes. */
export interface Plan {
  readonly body: PairedList;
  readonly notes: PairedList;
  readonly footnotes: readonly (readonly [Clause, Clause])[];
}

/** Pairs the clauses of two texts; footnotes stand last and are paired among themselves. `joints`: see `CompareOptions`. */
export function plan(base: Text, current: Text, ids: Comparison["ids"], joints: boolean | "splits"): Plan {
  const [bodyA, notesA] = parts(base.clauses);
  const [bodyB, notesB] = parts(current.clauses);
  const notes = { base: notesA, current: notesB, pairing: pairClauses(notesA, notesB, ids, true), joints: [] };
  const pairing = pairClauses(bodyA, bodyB, ids, true);
  const footnotes = [...notes.pairing.kept, ...notes.pairing.moved].map(([i, j]) => [notesA[i]!, notesB[j]!] as const);
  return {
    body: {
      base: bodyA,
      current: bodyB,
      pairing,
      joints: joints ? findJoints(bodyA, bodyB, pairing, joints === "splits") : [],
    },
    notes,
    footnotes,
  };
}

/** Every entry of the redline that a plan gives, in reading order; `make` compares one clause, `makeJoint` those of a split or merge. */
export function entriesOf(
  plan: Plan,
  comparison: Comparison,
  make: EntryMaker = makeEntry,
  makeJoint: JointMaker = compareJoint,
): ClauseRedline[] {
  const list = ({ base, current, pairing, joints }: PairedList) =>
    compareClauses(base, current, pairing, comparison, make, joints, makeJoint);
  return [...list(plan.body), ...list(plan.notes)];
}

/** The changes of an entry, those inside its cells included, in reading order. */
export function changesIn(entry: ClauseRedline): readonly Change[] {
  if (entry.base === null || entry.current === null || entry.rows.length === 0) return entry.changes;
  const inside = entry.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(changesIn)));
  return [...entry.changes, ...inside];
}

// Footnotes stand last on both sides and stay there whatever is accepted.
function parts(clauses: readonly Clause[]): [readonly Clause[], readonly Clause[]] {
  let end = clauses.length;
  while (end > 0 && clauses[end - 1]!.kind === "footnote") end--;
  return [clauses.slice(0, end), clauses.slice(end)];
}
