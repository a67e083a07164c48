import type { Redline } from "@plenary/diff";
import { type Clause, type Text, sameContent } from "@plenary/document";
import { stableClauses } from "./stableClauses.ts";

/**
 * One modification of the base, as Akoma Ntoso names it. A moved clause is repealed and inserted under the same id;
 * a split inserts what it splits off, a join repeals what it joins.
 */
export type Mod =
  | { readonly type: "repeal" | "join"; readonly base: Clause }
  | { readonly type: "renumbering" | "substitution"; readonly base: Clause; readonly clause: Clause }
  /** `after` is the base clause it follows, null at the start of the text. */
  | { readonly type: "insertion" | "split"; readonly after: Clause | null; readonly clause: Clause };

/** The modifications that make `target` of the redline's base, in reading order, those of one place in their order. */
export function modsOf(redline: Redline, target: Text): readonly Mod[] {
  const { base } = redline;
  const stable = stableClauses(base.clauses, target.clauses);
  const joint = jointIds(redline);
  const goals = new Map(target.clauses.map((clause) => [clause.id, clause]));
  const added = new Map<string | null, Clause[]>([[null, []]]);
  let after: string | null = null;
  for (const clause of target.clauses) {
    if (stable.has(clause.id)) added.set((after = clause.id), []);
    else added.get(after)?.push(clause);
  }
  const out: Mod[] = [];
  const insert = (place: Clause | null) => {
    for (const clause of added.get(place?.id ?? null) ?? [])
      out.push({ type: joint.splits.has(clause.id) ? "split" : "insertion", after: place, clause });
  };
  insert(null);
  for (const clause of base.clauses) {
    const goal = stable.has(clause.id) ? goals.get(clause.id) : undefined;
    if (!goal) out.push({ type: joint.merges.has(clause.id) ? "join" : "repeal", base: clause });
    else if (!sameClause(clause, goal))
      out.push({ type: renumbered(clause, goal) ? "renumbering" : "substitution", base: clause, clause: goal });
    if (goal) insert(clause);
  }
  return out;
}

/** The clauses that a split makes (by their current ids) and those that a merge takes in (by their base ids). */
function jointIds({ clauses }: Redline): {
  readonly splits: ReadonlySet<string>;
  readonly merges: ReadonlySet<string>;
} {
  const splits = new Set<string>();
  const merges = new Set<string>();
  for (const { base, current, joint } of clauses) {
    if (joint === "split" && current) splits.add(current.id);
    if (joint === "merge" && base) merges.add(base.id);
  }
  return { splits, merges };
}

function renumbered(base: Clause, goal: Clause): boolean {
  return sameClause({ ...base, label: goal.label }, goal);
}

function sameClause(one: Clause, other: Clause): boolean {
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.level === other.level &&
    one.label === other.label &&
    sameContent(one.content, other.content) &&
    same(one.rows, other.rows, (a, b) => a.id === b.id && same(a.cells, b.cells, sameCell))
  );
}

function sameCell(one: Clause["rows"][number]["cells"][number], other: typeof one): boolean {
  return one.id === other.id && same(one.clauses, other.clauses, sameClause);
}

function same<T>(one: readonly T[], other: readonly T[], alike: (a: T, b: T) => boolean): boolean {
  return one === other || (one.length === other.length && one.every((each, i) => alike(each, other[i]!)));
}
