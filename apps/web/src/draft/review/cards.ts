import { type Change, type Redline, summaries } from "@plenary/diff";
import type { ChangeState, DraftState } from "@plenary/editor";
import type { Language, Text } from "@plenary/document";
import { impreciseChanges } from "./impreciseChanges.ts";
import { placesOf } from "./placesOf.ts";

/**
 * A change as the panel shows it. `key` is what it is called for as long as it lives: the card, its
 * highlight and the focus on it hang on that while the change's words and its id grow. `summary` is
 * one line in the interface's language. `decides` are the pending changes that a decision on this
 * card decides. `precise` is false when its words stand in a clause that was too long to compare.
 */
export interface Card {
  readonly key: string;
  readonly change: Change;
  readonly place: string;
  readonly summary: string;
  readonly precise: boolean;
  readonly state: ChangeState;
  readonly decides: readonly Change[];
}

/**
 * Makes the cards of a draft, from one state to the next: its changes in reading order. Changed
 * labels have none, since they follow from structure. What is pending without showing on the paper
 * (an accepted change that was taken back since) comes last.
 */
export function cardMaker(language: Language): (state: DraftState) => readonly Card[] {
  const shownLines = summaries(language);
  const hiddenLines = summaries(language);
  let published: { readonly text: Text; readonly places: ReadonlyMap<string, string> } | null = null;

  return ({ redline, states, deciding, pending, current, identities, pendingIdentities }) => {
    if (published?.text !== redline.base) published = { text: redline.base, places: placesOf(redline.base) };
    const here = placesOf(current);
    const before = published.places;
    const covered = new Set([...deciding.values()].flat().map(({ id }) => id));
    const shown = redline.changes.filter(({ kind }) => kind !== "label");
    const hidden = pending.changes.filter(({ id, kind }) => kind !== "label" && !covered.has(id));
    const onPaper = sayings(redline, shownLines);
    const cards = shown.map((change): Card => ({
      key: identities.get(change.id) ?? change.id,
      change,
      place: placed(change),
      ...onPaper(change),
      state: states.get(change.id) ?? "pending",
      decides: withoutLabels(deciding.get(change.id) ?? []),
    }));
    if (hidden.length === 0) return cards;
    const offPaper = sayings(pending, hiddenLines);
    const rest = hidden.map((change): Card => ({
      // Of two redlines, so that a change of the one may be called as one of the other.
      key: `pending ${pendingIdentities.get(change.id) ?? change.id}`,
      change,
      place: placed(change),
      ...offPaper(change),
      state: "pending",
      decides: [change],
    }));
    return [...cards, ...rest];

    function placed({ clause }: Change): string {
      return here.get(clause) ?? before.get(clause) ?? "";
    }
  };
}

function sayings(redline: Redline, linesOf: ReturnType<typeof summaries>) {
  const lines = linesOf(redline);
  const imprecise = impreciseChanges(redline);
  return ({ id }: Change) => ({ summary: lines.get(id) ?? "", precise: !imprecise.has(id) });
}

function withoutLabels(changes: readonly Change[]): readonly Change[] {
  const real = changes.filter(({ kind }) => kind !== "label");
  return real.length > 0 ? real : changes;
}
