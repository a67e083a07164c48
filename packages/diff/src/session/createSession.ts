import type { Text } from "@plenary/document";
import { changeIds } from "../changeId.ts";
import { type CompareOptions, compare } from "../compare.ts";
import type { Comparison } from "../compareClause.ts";
import { makeEntry } from "../compareClauses.ts";
import { anchorKeys } from "../content/anchorKeys.ts";
import { changesIn, entriesOf, plan } from "../plan.ts";
import type { Change, Redline } from "../redline.ts";
import { compareJoint } from "../joints/compareJoint.ts";
import { carryIdentities } from "./identities.ts";
import { mayJoin } from "./mayJoin.ts";
import { reuse } from "./reuse.ts";
import { type State, stateOf } from "./state.ts";
import { uniqueIds } from "./uniqueIds.ts";
import { type WordEdit, wordEdits } from "./wordEdits.ts";

/** The redline from one base to a text that is being written. */
export interface Session {
  /** The redline to the last text given. */
  readonly redline: Redline;
  /**
   * The redline to this text: equal to what `compare` gives, but only clauses that changed are
   * compared again. Entries that say the same are the same objects as before, and so is the whole
   * redline when nothing changed. `changed` are the ids of the clauses that are not as in the last
   * text, those that came, went or moved included; no other is looked at. Without it, clauses that
   * are other objects than before are.
   */
  update(current: Text, changed?: Iterable<string>): Redline;
  /**
   * What a change is called for as long as it lives: its id when the session first saw it. A change
   * that grows or shrinks gets another id, as its words are others, but keeps its identity while it
   * is of the same kind, in the same clause, and its stretch of the base meets the one before. No
   * two changes of one redline share one. It is asked with the object that a redline of this session
   * holds, the last or one before; of any other the id is given back.
   */
  identityOf(change: Change): string;
}

/** A session for a redline that is kept up to date; the options are those of `compare`. */
export function createSession(base: Text, current: Text, options: CompareOptions = {}): Session {
  const ids = options.ids ?? "by-likeness";
  const joints = options.joints ?? true;
  const sound = uniqueIds(base);
  let state = compared(null, current);

  function terms(now: Text, keys: Comparison["keys"]): Comparison {
    return { language: now.language, ids, budget: options.budget, keys, name: changeIds() };
  }

  // While clauses stay where they are, those with other words alone are compared. Likeness may pair anew at any time.
  function patched(last: State, now: Text, changed: Iterable<string> | undefined): State | null {
    if (ids !== "trusted" || now.language !== last.redline.current.language) return null;
    const edits = wordEdits(last, now, changed);
    if (!edits || (joints && mayJoin(last, edits))) return null;
    return edits.length === 0 ? last : edits.reduce((one, edit) => withEdit(one, now, edit), last);
  }

  function withEdit(last: State, now: Text, { entry: at, clause }: WordEdit): State {
    const before = last.redline.clauses[at]!;
    const keys = anchorKeys(before.base ? [before.base] : [], [clause], last.footnotes, last.own);
    const entry = makeEntry(before.base, clause, before.move, terms(now, keys));
    const was = changesIn(before);
    const is = changesIn(entry);
    carryIdentities(was, is, last.identities);
    const clauses = last.redline.clauses.with(at, entry);
    const changes = last.redline.changes.toSpliced(firstChange(last.redline, at), was.length, ...is);
    return { ...last, redline: { base, current: now, clauses, changes } };
  }

  function compared(last: State | null, now: Text): State {
    if (!sound || !uniqueIds(now)) return stateOf(compare(base, now, options), last, [], false);
    const paired = plan(base, now, ids, joints);
    const comparison = terms(now, anchorKeys(base.clauses, now.clauses, paired.footnotes));
    const kept = last ? reuse(last, now, paired.footnotes) : null;
    const clauses = entriesOf(
      paired,
      comparison,
      (one, other, move) =>
        kept?.entry(one, other, move) ?? makeEntry(one, other, move, { ...comparison, name: changeIds() }),
      (ones, others) => kept?.joint(ones, others) ?? compareJoint(ones, others, { ...comparison, name: changeIds() }),
    );
    const whole = { base, current: now, clauses, changes: clauses.flatMap(changesIn) };
    return stateOf(whole, last, paired.footnotes, true);
  }

  return {
    get redline() {
      return state.redline;
    },
    update: (now, changed) => {
      if (now !== state.redline.current) state = patched(state, now, changed) ?? compared(state, now);
      return state.redline;
    },
    identityOf: (change) => state.identities.get(change) ?? change.id,
  };
}

// Where the changes of an entry begin, or would begin, in the list of all.
function firstChange({ clauses, changes }: Redline, at: number): number {
  const own = changesIn(clauses[at]!)[0];
  if (own) return changes.indexOf(own);
  for (let i = at - 1; i >= 0; i--) {
    const last = changesIn(clauses[i]!).at(-1);
    if (last) return changes.indexOf(last) + 1;
  }
  return 0;
}
