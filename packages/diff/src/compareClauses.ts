import type { Clause } from "@plenary/document";
import { type Pairing, pairById, pairByLikeness } from "./clauses/pairing.ts";
import { clauseSubject } from "./clauses/subject.ts";
import { type Comparison, compareClause } from "./compareClause.ts";
import { type JointMaker, compareJoint } from "./joints/compareJoint.ts";
import type { Joint } from "./joints/joint.ts";
import { oneSided } from "./oneSided.ts";
import type { ClauseRedline } from "./redline.ts";
import { compareTable } from "./tables/compareTable.ts";

/** Which clauses of two lists are one; `moves` says whether one may have changed its place. */
export function pairClauses(
  base: readonly Clause[],
  current: readonly Clause[],
  ids: "trusted" | "by-likeness",
  moves: boolean,
): Pairing {
  return ids === "trusted"
    ? pairById(base, current, (one, other) => (one.kind === "table") === (other.kind === "table"))
    : pairByLikeness(base.map(clauseSubject), current.map(clauseSubject), moves);
}

/** Makes the entry of a clause with its two sides, one of them null when it stands alone; see {@link makeEntry}. */
export type EntryMaker = (
  base: Clause | null,
  current: Clause | null,
  move: ClauseRedline["move"],
  comparison: Comparison,
) => ClauseRedline;

/** The entry of a pair, of a clause on one side, or the ghost (`move` "from", the base alone) of a moved one. */
export function makeEntry(
  base: Clause | null,
  current: Clause | null,
  move: ClauseRedline["move"],
  comparison: Comparison,
): ClauseRedline {
  if (base && current) return pairOf(base, current, move === "to" ? "to" : null, comparison);
  const name = move === "from" ? "ghost" : comparison.name;
  if (base) return oneSided(base, "base", name);
  if (current) return oneSided(current, "current", name);
  throw new Error("An entry of a redline needs a clause on one side at least.");
}

/**
 * The redline of two lists of clauses that are paired so, in reading order: what went stands before
 * what came. `make` gives each entry, `makeJoint` those of each of the `joints`.
 */
export function compareClauses(
  base: readonly Clause[],
  current: readonly Clause[],
  pairing: Pairing,
  comparison: Comparison,
  make: EntryMaker,
  joints: readonly Joint[] = [],
  makeJoint: JointMaker = compareJoint,
): ClauseRedline[] {
  const out: ClauseRedline[] = [];
  const went = new Set(pairing.moved.map(([i]) => i));
  const came = new Map(pairing.moved.map(([i, j]) => [j, i]));
  let i = 0;
  let j = 0;
  const until = (toA: number, toB: number) => {
    for (; i < toA; i++) out.push(make(base[i]!, null, went.has(i) ? "from" : null, comparison));
    for (; j < toB; j++) {
      const from = came.get(j);
      out.push(
        make(from === undefined ? null : base[from]!, current[j]!, from === undefined ? null : "to", comparison),
      );
    }
  };
  const jointOf = new Map(joints.flatMap((joint) => pairsIn(joint).map((pair) => [pair, joint] as const)));
  for (const [x, y] of pairing.kept) {
    const joint = jointOf.get(`${x} ${y}`);
    until(joint?.fromA ?? x, joint?.fromB ?? y);
    if (!joint) out.push(make(base[i++]!, current[j++]!, null, comparison));
    else {
      out.push(...makeJoint(base.slice(i, joint.toA), current.slice(j, joint.toB), comparison));
      i = joint.toA;
      j = joint.toB;
    }
  }
  until(base.length, current.length);
  return out;
}

function pairsIn({ fromA, toA, fromB, toB }: Joint): string[] {
  const out: string[] = [];
  for (let i = fromA; i < toA; i++) for (let j = fromB; j < toB; j++) out.push(`${i} ${j}`);
  return out;
}

function pairOf(base: Clause, current: Clause, move: "to" | null, comparison: Comparison): ClauseRedline {
  if (base.kind !== "table") return compareClause(base, current, move, comparison);
  const { rows, changes } = compareTable(base, current, comparison, (one, other) => {
    const pairing = cellPairing(one.clauses, other.clauses, comparison.ids);
    return compareClauses(one.clauses, other.clauses, pairing, comparison, makeEntry);
  });
  return compareClause(base, current, move, comparison, rows, changes);
}

// A cell of one clause on each side, or of one table, was amended, however little is left of it.
function cellPairing(base: readonly Clause[], current: readonly Clause[], ids: Comparison["ids"]): Pairing {
  const single =
    base.length === 1 && current.length === 1 && (base[0]!.kind === "table") === (current[0]!.kind === "table");
  return single && ids !== "trusted" ? { kept: [[0, 0]], moved: [] } : pairClauses(base, current, ids, false);
}
