import { useCallback, useEffect, useRef } from "react";
import type { Card } from "../../review/cards.ts";
import type { CardActs } from "../ChangeCard.tsx";

/** Chooses a change that was not chosen, and the other way round; with `upTo` all from the one before it as well. */
export type Choose = (key: string, upTo: boolean) => void;

/** What {@link useChoosing} works on: changes in the order shown. */
export interface Choosing {
  readonly cards: readonly Card[];
  readonly chosen: ReadonlySet<string>;
  readonly acts: Pick<CardActs, "onChoose">;
}

/** Chooses among changes; the same function from one rendering to the next. */
export function useChoosing(choosing: Choosing): Choose {
  const latest = useRef(choosing);
  useEffect(() => {
    latest.current = choosing;
  });
  const last = useRef<string | null>(null);
  return useCallback((key, upTo) => {
    const { cards, chosen, acts } = latest.current;
    const at = cards.findIndex((card) => card.key === key);
    const from = upTo ? cards.findIndex((card) => card.key === last.current) : -1;
    const span = from < 0 ? cards.slice(at, at + 1) : cards.slice(Math.min(from, at), Math.max(from, at) + 1);
    const open = span.filter(({ state }) => state === "pending").map((card) => card.key);
    acts.onChoose(open, from >= 0 || !chosen.has(key));
    last.current = key;
  }, []);
}
