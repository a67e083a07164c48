import type { DraftState } from "@plenary/editor";
import { useEffect, useRef } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { Card } from "../../draft/review/cards.ts";
import type { Stand } from "./following.ts";

/** What {@link useStand} tells. */
export interface StandOptions {
  /** Null tells nobody: who does not lead, and a window that is itself a screen. */
  readonly awareness: Awareness | null;
  readonly state: DraftState | null;
  readonly cards: readonly Card[];
  /** The key of the change that the person went to last; null for none. */
  readonly went: string | null;
}

/**
 * Tells the screens where the person stands: at the change that they went to, or where they put the caret after that.
 * What is only pointed at leads nobody.
 */
export function useStand({ awareness, state, cards, went }: StandOptions): void {
  // Where the caret is before anybody put it somewhere leads nobody.
  const told = useRef<string | null>(null);
  const card = cards.find(({ key }) => key === went);
  const active = state?.active ?? null;
  const there = card ?? cards.find(({ key }) => key === active);
  const change = there?.change.id ?? null;
  const clause = there?.change.clause ?? state?.clause ?? null;
  const ready = state !== null;
  useEffect(() => {
    if (!awareness || !ready) return;
    const stand: Stand = { change, clause };
    const said = JSON.stringify(stand);
    const first = told.current === null && went === null;
    if (said === told.current) return;
    told.current = said;
    if (!first && (change !== null || clause !== null)) awareness.setLocalStateField("stand", stand);
  }, [awareness, ready, change, clause, went]);
}
