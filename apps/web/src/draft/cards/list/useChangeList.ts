import { type KeyboardEvent, type RefObject, useRef } from "react";
import type { Card } from "../../review/cards.ts";
import type { CardActs } from "../ChangeCard.tsx";
import { type CardKeys, hearCardKey } from "./hearCardKey.ts";
import { useChoosing } from "./useChoosing.ts";
import { type Focused, useKeptFocus } from "./useKeptFocus.ts";

/** What a list of changes is made of, be they cards or lines: the changes in the order shown, and what its keys do. */
export interface ChangeListOptions extends Pick<CardKeys, "onFocus" | "onDecided" | "onLeave"> {
  readonly cards: readonly Card[];
  readonly chosen: ReadonlySet<string>;
  readonly acts: CardActs;
  /** Where the list remembers which change has the focus. */
  readonly focused: RefObject<Focused | null>;
}

/**
 * Choosing several changes of a list, its keys, and keeping the focus in it. Gives what chooses, what to hang on the
 * element `around` the changes, and the reference of the words that stand there while there is `none`.
 */
export function useChangeList({ cards, chosen, acts, focused, onFocus, onDecided, onLeave }: ChangeListOptions) {
  const none = useRef<HTMLParagraphElement>(null);
  const choose = useChoosing({ cards, chosen, acts });
  const keeps = useKeptFocus(focused, { cards, focus: onFocus, focusNone: () => none.current?.focus() });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void =>
    hearCardKey(event, { cards, acts, onChoose: choose, onFocus, onDecided, onLeave });
  return { choose, none, around: { ...keeps, onKeyDown } };
}
