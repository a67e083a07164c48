import type { Clause } from "@plenary/document";
import type { OwnIds } from "../content/anchorKeys.ts";
import type { Change, Redline } from "../redline.ts";
import { type Identities, carryIdentities } from "./identities.ts";

/** What a session knows from one text to the next. */
export interface State {
  readonly redline: Redline;
  /** Whether ids are unique on both sides; otherwise nothing of the redline is used again. */
  readonly sound: boolean;
  readonly footnotes: readonly (readonly [Clause, Clause])[];
  /** The ids of the clauses of both texts. */
  readonly own: OwnIds;
  /** Where each clause of the current text stands in it, by id. */
  readonly places: ReadonlyMap<string, number>;
  /** Where the entry of each clause of the current text stands in the redline, by id. */
  readonly entries: ReadonlyMap<string, number>;
  /** What each change of this redline, and of those before it, is called for as long as it lives. */
  readonly identities: Identities;
}

/** The state after a comparison; changes take their identities over from the last one. */
export function stateOf(redline: Redline, last: State | null, footnotes: State["footnotes"], sound: boolean): State {
  const entries = new Map<string, number>();
  redline.clauses.forEach(({ current }, i) => {
    // Of a merge it is the first.
    if (current && !entries.has(current.id)) entries.set(current.id, i);
  });
  const places = new Map(redline.current.clauses.map(({ id }, i) => [id, i] as const));
  return {
    redline,
    sound,
    footnotes,
    own: { base: last?.own.base ?? new Set(redline.base.clauses.map(({ id }) => id)), current: new Set(places.keys()) },
    places,
    entries,
    identities: identitiesOf(redline, last),
  };
}

function identitiesOf(redline: Redline, last: State | null): Identities {
  const before = byClause(last?.redline.changes ?? []);
  const identities: Identities = last?.identities ?? new WeakMap();
  for (const [clause, changes] of byClause(redline.changes))
    carryIdentities(before.get(clause) ?? [], changes, identities);
  return identities;
}

function byClause(changes: readonly Change[]): Map<string, Change[]> {
  const out = new Map<string, Change[]>();
  for (const change of changes) {
    const list = out.get(change.clause);
    if (list) list.push(change);
    else out.set(change.clause, [change]);
  }
  return out;
}
