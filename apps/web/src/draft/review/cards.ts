import type { Change } from "@plenary/diff";
import type { ChangeState, DraftState } from "@plenary/editor";
import type { Text } from "@plenary/document";
import { placeOf } from "./placeOf.ts";

/** A change as the panel shows it. `decides` are the pending changes that a decision on this card decides. */
export interface Card {
  readonly id: string;
  readonly change: Change;
  readonly place: string;
  readonly state: ChangeState;
  readonly decides: readonly Change[];
}

/**
 * The changes of the draft as cards, in reading order. Changed labels have none, since they follow
 * from structure. What is pending without showing on the paper (an accepted change that was taken
 * back since) comes last.
 */
export function cardsOf(state: DraftState): readonly Card[] {
  const { redline, states, deciding, pending, current } = state;
  const shown = redline.changes
    .filter(({ kind }) => kind !== "label")
    .map((change): Card =>
      card(change, states.get(change.id) ?? "pending", deciding.get(change.id) ?? [], redline.base),
    );
  const covered = new Set([...deciding.values()].flat().map(({ id }) => id));
  const hidden = pending
    .filter(({ id, kind }) => kind !== "label" && !covered.has(id))
    .map((change) => card(change, "pending", [change], redline.base));
  return [...shown, ...hidden];

  function card(change: Change, state: ChangeState, decides: readonly Change[], base: Text): Card {
    const place = placeOf(current, change.clause) || placeOf(base, change.clause);
    const real = decides.filter(({ kind }) => kind !== "label");
    return { id: change.id, change, place, state, decides: real.length > 0 ? real : decides };
  }
}
