import type { Clause, Text } from "@plenary/document";

/**
 * How a text stood before an act, as far as the act changed it: the clauses that it changed or took away, those it
 * added, and the order of all where that changed. Labels follow from structure and count for nothing.
 */
export interface Before {
  readonly clauses: readonly Clause[];
  readonly added: readonly string[];
  readonly order: readonly string[] | null;
}

/** What an act that led from one text to the other changed. */
export function beforeOf(from: Text, to: Text): Before {
  const now = new Map(to.clauses.map((clause) => [clause.id, clause]));
  const was = new Set(from.clauses.map(({ id }) => id));
  const order = from.clauses.map(({ id }) => id);
  const same = order.length === to.clauses.length && to.clauses.every(({ id }, i) => id === order[i]);
  return {
    clauses: from.clauses.filter((clause) => !sameClause(clause, now.get(clause.id))),
    added: to.clauses.flatMap(({ id }) => (was.has(id) ? [] : [id])),
    order: same ? null : order,
  };
}

/** The text as it stands now, but with what the act changed as it stood before. What came since stays where it is. */
export function withBefore(now: Text, { clauses, added, order }: Before): Text {
  const there = new Map(now.clauses.map((clause) => [clause.id, clause]));
  const before = new Map(clauses.map((clause) => [clause.id, clause]));
  if (order === null) return { ...now, clauses: now.clauses.map((clause) => before.get(clause.id) ?? clause) };
  const out = order.flatMap((id) => before.get(id) ?? there.get(id) ?? []);
  const known = new Set([...order, ...added]);
  let last: string | null = null;
  for (const clause of now.clauses) {
    if (!known.has(clause.id)) out.splice(last === null ? 0 : placeAfter(out, last), 0, clause);
    if (!added.includes(clause.id)) last = clause.id;
  }
  return { ...now, clauses: out };
}

function placeAfter(clauses: readonly Clause[], id: string): number {
  return clauses.findIndex((clause) => clause.id === id) + 1;
}

function sameClause(one: Clause, other: Clause | undefined): boolean {
  return other !== undefined && JSON.stringify({ ...one, label: null }) === JSON.stringify({ ...other, label: null });
}
