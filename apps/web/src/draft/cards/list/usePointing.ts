import { type MouseEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { cardKeyAt } from "./hearCardKey.ts";

/**
 * Tells which card the pointer is on, null for none. While cards scroll past it nothing is told, afterwards the one that
 * came to rest under it. Gives what to hang on the element around the cards.
 */
export function usePointing(
  column: RefObject<HTMLElement | null>,
  scrolling: boolean,
  onPoint: (key: string | null) => void,
) {
  const pointed = useRef<string | null>(null);
  const point = useCallback(
    (target: EventTarget | null): void => {
      const key = target && cardKeyAt(target);
      if (key === pointed.current) return;
      pointed.current = key;
      onPoint(key);
    },
    [onPoint],
  );
  useEffect(() => {
    if (!scrolling) point(column.current?.querySelector("[data-change]:hover") ?? null);
  }, [column, scrolling, point]);
  return {
    onMouseMove: ({ target }: MouseEvent): void => {
      if (!scrolling) point(target);
    },
    onMouseLeave: (): void => point(null),
  };
}
