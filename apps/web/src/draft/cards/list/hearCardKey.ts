import type { KeyboardEvent } from "react";
import type { Card } from "../../review/cards.ts";
import type { CardActs } from "../ChangeCard.tsx";
import { cardCommand } from "../cardCommand.ts";
import type { Choose } from "./useChoosing.ts";

/** What the keys of changes act on, be they cards or lines: the changes in the order shown. */
export interface CardKeys {
  readonly cards: readonly Card[];
  readonly acts: Pick<CardActs, "mayDecide" | "onKey">;
  readonly onChoose: Choose;
  /** Takes the focus to the change at an index, if there is one. */
  readonly onFocus: (index: number) => void;
  /** What comes after a decision on the change at an index. */
  readonly onDecided: (index: number) => void;
  /** Leaves a change for the text. */
  readonly onLeave: (card: Card) => void;
}

/**
 * Hears a key within what names its change: arrows go on, A accepts, R rejects, `.` does the last decision again, X
 * chooses, with Shift up to there; A and R with Shift decide on those chosen.
 */
export function hearCardKey(event: KeyboardEvent<HTMLElement>, { cards, acts, ...on }: CardKeys): void {
  const at = cards.findIndex(({ key }) => key === cardKeyAt(event.target));
  const card = cards[at];
  if (!card || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  // The keys are those of a menu that has just opened and takes the focus in a moment.
  if (event.target instanceof Element && event.target.closest("[aria-expanded=true]")) return;
  const meant = cardCommand(event.nativeEvent);
  if (meant === "card.next" || meant === "card.previous") on.onFocus(at + (meant === "card.next" ? 1 : -1));
  else if (meant === "card.leave") on.onLeave(card);
  else if (acts.mayDecide && (meant === "card.choose" || meant === "card.chooseUpTo"))
    on.onChoose(card.key, meant === "card.chooseUpTo");
  else if (meant !== null && acts.onKey(meant, card)) on.onDecided(at);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The key of the change that an element is in; null when it is in none. */
export function cardKeyAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest("[data-change]")?.getAttribute("data-change") ?? null) : null;
}
