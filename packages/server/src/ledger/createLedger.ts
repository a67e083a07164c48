import type { Change, Redline } from "@plenary/diff";
import { type Clause, type Text, flatten } from "@plenary/document";
import { type Authorship, authorsOf } from "./authorsOf.ts";
import { type Arrival, type Departed, carry } from "./carry.ts";
import { type Deleted, createDeletions } from "./deletions.ts";
import { retyped } from "./retyped.ts";
import { recognisable } from "./segment.ts";
import { type Run, type Stamp, type Who, joinRuns, layRuns, ofBase, runLength, sliceRuns, written } from "./run.ts";
import { type Splice, splicesBetween } from "./splices.ts";

/** How long what was deleted or cut is recognised when it comes back, by the log's time, in milliseconds. */
const KEPT = 10 * 60 * 1000;
/** How many pieces of it, the latest, at most: each is looked through when somebody pastes. */
const KEPT_PIECES = 500;

/** Edits of one person within this time are one, in milliseconds. */
const BURST = 2000;

/** What an update did to one clause of the live text. */
export interface ClauseEdit {
  /** Which clause of the live text, the same for as long as it is there; ids can be doubled there, keys can't. */
  readonly key: string;
  readonly id: string;
  /** Its flat content now; null when it is gone. */
  readonly text: string | null;
  /** How the content became so, when that is known. */
  readonly splices: readonly Splice[] | null;
  /** Whether its kind, level or label was changed. */
  readonly shaped: boolean;
  /** Whether formatting of kept words was changed. */
  readonly formatted: boolean;
}

/** A clause of the live text: whose its characters are, and who changed its kind, level or label, and its formatting last. */
export interface LedgerClause {
  readonly id: string;
  readonly text: string;
  readonly runs: readonly Run[];
  /** Who put the clause in its place; null where the base has it. */
  readonly placed: Stamp | null;
  /** Who changed its words last; null for the base's. */
  readonly edited: Stamp | null;
  readonly shaped: Stamp | null;
  readonly formatted: Stamp | null;
}

/** All that a ledger knows, as JSON. */
export interface LedgerState {
  readonly begun: boolean;
  readonly clauses: readonly (readonly [key: string, LedgerClause])[];
  readonly deleted: readonly (readonly [base: string, readonly Deleted[]])[];
  readonly departed: readonly Departed[];
  readonly bursts: readonly Stamp[];
  readonly homes: readonly (readonly [base: string, key: string])[];
}

/** Who wrote and who deleted what in a draft: one author for every character, one deleter for every base character gone. */
export interface Ledger {
  /** Takes what one update of an authenticated person did; in the order of the log. `at` is milliseconds since 1970. */
  apply(edits: readonly ClauseEdit[], who: Who, at: number): void;
  /** Who made a change of the redline from the published text; see {@link authorsOf}. */
  authorsOf(change: Change, redline: Redline): Authorship[];
  /** All it knows. */
  state(): LedgerState;
}

/**
 * A ledger for a draft on a published text, before its first update or as it was kept. What the first update brings of
 * the published text is the base's.
 */
export function createLedger(published: Text, kept?: LedgerState): Ledger {
  const base = new Map(deep(published.clauses).map(({ id, content }) => [id, flatten(content)]));
  const clauses = new Map(kept?.clauses);
  const deletions = createDeletions(kept?.deleted);
  const bursts = new Map(kept?.bursts.map((stamp) => [burstKey(stamp), stamp]));
  const homes = new Map(kept?.homes);
  let departed: readonly Departed[] = kept?.departed ?? [];
  let begun = kept?.begun ?? false;

  function stampOf(who: Who, at: number): Stamp {
    const last = bursts.get(burstKey(who));
    if (last && at >= last.at && at - last.at < BURST) return last;
    const stamp = { person: who.person, group: who.group, at };
    bursts.set(burstKey(who), stamp);
    return stamp;
  }

  /** Notes the clause as it is now, all that came being the person's; what left and what came is for matching. */
  function edit(given: ClauseEdit, stamp: Stamp, at: number, left: Departed[], came: Arrival[]): void {
    const before = clauses.get(given.key);
    const text = given.text ?? "";
    const runs: Run[] = [];
    let read = 0;
    for (const { from, to, inserted } of splicesBetween(before?.text ?? "", text, published.language, given.splices)) {
      runs.push(...sliceRuns(before?.runs ?? [], read, from));
      const gone = sliceRuns(before?.runs ?? [], from, to);
      if (gone.length > 0)
        left.push({ id: before?.id ?? given.id, text: before!.text.slice(from, to), runs: gone, at });
      for (const run of gone)
        if (run.base !== null) deletions.mark(run.base, run.offset, run.offset + run.length, stamp);
      if (inserted !== "") came.push({ key: given.key, id: given.id, from: runLength(runs), text: inserted });
      runs.push(written(inserted.length, stamp));
      read = to;
    }
    if (given.text === null) return void clauses.delete(given.key);
    runs.push(...sliceRuns(before?.runs ?? [], read, Infinity));
    const home = homes.get(given.id) === given.key;
    const placed = before ? before.placed : home ? null : stamp;
    clauses.set(given.key, {
      id: given.id,
      text,
      runs: joinRuns(runs),
      placed,
      edited: before && before.text === text ? before.edited : !before && placed === null ? null : stamp,
      shaped: given.shaped ? stamp : (before?.shaped ?? null),
      formatted: given.formatted ? stamp : (before?.formatted ?? null),
    });
  }

  /** Before the first update the whole base is to come. */
  function begin(edits: readonly ClauseEdit[], stamp: Stamp, at: number): Departed[] {
    begun = true;
    for (const { key, id } of edits) if (base.has(id) && !homes.has(id)) homes.set(id, key);
    return [...base].flatMap(([id, text]) => {
      if (text === "") return [];
      deletions.mark(id, 0, text.length, stamp);
      return [{ id, text, runs: [ofBase(id, 0, text.length, null)], at }];
    });
  }

  function lay(key: string, at: number, runs: readonly Run[], stamp: Stamp): void {
    const clause = clauses.get(key)!;
    let laid = clause.runs;
    let place = at;
    for (const run of runs) {
      if (run.base === null) laid = layRuns(laid, place, [run]);
      else
        for (const { from, to } of deletions.restore(run.base, run.offset, run.offset + run.length)) {
          const carrier = homes.get(run.base) === key ? null : stamp;
          laid = layRuns(laid, place + from - run.offset, [ofBase(run.base, from, to - from, carrier)]);
        }
      place += run.length;
    }
    clauses.set(key, { ...clause, runs: laid });
  }

  return {
    apply(edits, who, at) {
      if (edits.length === 0) return;
      const stamp = stampOf(who, at);
      const left = begun ? [] : begin(edits, stamp, at);
      const came: Arrival[] = [];
      for (const one of edits) edit(one, stamp, at, left, came);
      const known = departed.filter((one) => at - one.at < KEPT);
      const rest = carry(came, left, known, (key, place, runs) => lay(key, place, runs, stamp));
      // What is too short to be recognised is never found again.
      departed = [...rest.earlier, ...rest.now.filter(({ text }) => recognisable(text))].slice(-KEPT_PIECES);
      for (const { key } of edits) {
        const clause = clauses.get(key);
        if (!clause) continue;
        for (const { at: place, base: id, from, to } of retyped(clause, base, deletions, published.language))
          lay(key, place, [ofBase(id, from, to - from, null)], stamp);
      }
    },
    authorsOf: (change, redline) => authorsOf({ clauses, deletions }, change, redline),
    state: () => ({
      begun,
      clauses: [...clauses].toSorted(([one], [other]) => (one < other ? -1 : 1)),
      deleted: deletions.entries(),
      departed,
      bursts: [...bursts.values()],
      homes: [...homes],
    }),
  };
}

/** The ledger's state from its JSON, as the server itself kept it. */
export function parseLedgerState(json: string): LedgerState {
  const state: LedgerState = JSON.parse(json);
  return state;
}

function burstKey({ person, group }: Who): string {
  return JSON.stringify([person, group]);
}

function deep(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [
    clause,
    ...clause.rows.flatMap((row) => row.cells.flatMap((cell) => deep(cell.clauses))),
  ]);
}
