import { type FocusEvent, type RefObject, useEffect } from "react";
import type { Card } from "../../review/cards.ts";
import { cardKeyAt } from "./hearCardKey.ts";

/** The change that has the focus, and where it stood among those shown. */
export interface Focused {
  readonly key: string;
  readonly index: number;
}

/** What the focus is kept among: changes in the order shown, each focused by its index. */
export interface KeptFocus {
  readonly cards: readonly Pick<Card, "key">[];
  readonly focus: (index: number) => void;
  /** Takes the focus to what says that there is no change. */
  readonly focusNone: () => void;
}

/** Takes the focus to what is there after the next frame, as what was out of view is; what took it meanwhile keeps it. */
export function focusSoon(within: RefObject<HTMLElement | null>, selector: string, options?: FocusOptions): void {
  const before = document.activeElement;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    if ((now !== before && now !== document.body) || now?.closest("[role=menu], [aria-expanded=true]")) return;
    within.current?.querySelector<HTMLElement>(selector)?.focus(options);
  });
}

/**
 * Keeps the focus among changes: when what had it goes, as the buttons of a change that is decided do, it goes to that
 * change, or to the one that comes to its place, or, where none is left, to what says so, until one comes again. Gives
 * what to hang on the element around the changes and what stands for none.
 */
export function useKeptFocus(focusedRef: RefObject<Focused | null>, { cards, focus, focusNone }: KeptFocus) {
  const indexOf = (wanted: string): number => cards.findIndex(({ key }) => key === wanted);
  useEffect(() => {
    const was = focusedRef.current;
    if (was === null || document.activeElement !== document.body) return;
    const index = indexOf(was.key);
    if (cards.length === 0) focusNone();
    else focus(index >= 0 ? index : Math.min(was.index, cards.length - 1));
  });
  return {
    onFocus: ({ target }: FocusEvent): void => {
      const key = cardKeyAt(target);
      if (key !== null) focusedRef.current = { key, index: indexOf(key) };
    },
    // A menu gives the focus back, and so does what offers to undo.
    onBlur: ({ relatedTarget }: FocusEvent): void => {
      if (!relatedTarget?.closest("[role=menu], [role=alert]")) focusedRef.current = null;
    },
  };
}
