import { type Range, defaultRangeExtractor } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@plenary/document";
import type { Card } from "../review/cards.ts";
import type { AuthorsById } from "../review/useAuthors.ts";
import { type CardActs, ChangeCard } from "./ChangeCard.tsx";
import { cardKeyAt, hearCardKey } from "./hearCardKey.ts";
import { useColumn } from "./useColumn.ts";

/** What {@link CardList} shows and does. */
export interface CardListProps {
  readonly cards: readonly Card[];
  readonly authors: AuthorsById;
  readonly language: Language;
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  readonly acts: CardActs;
}

/** Up to so many cards are all on the page, for search in the page and screen readers. */
const WHOLE = 60;

/**
 * The column of cards. Of a long list only the cards in view are on the page, beside the lit one and the one with the
 * focus, so that neither is lost by scrolling. Arrows go from card to card; A accepts, R rejects, `.` does the last again.
 */
export function CardList({ cards, authors, language, active, selected, acts }: CardListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const lit = active === null ? -1 : cards.findIndex(({ key }) => key === active);

  const rangeExtractor = useCallback(
    (range: Range) => {
      if (range.count <= WHOLE) return Array.from({ length: range.count }, (_, i) => i);
      const kept = focused.current === null ? -1 : cards.findIndex(({ key }) => key === focused.current);
      const extra = [lit, kept].filter((index) => index >= 0 && index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...extra])].toSorted((a, b) => a - b);
    },
    [cards, lit],
  );
  const virtualizer = useColumn({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 116,
    getItemKey: (index) => cards[index]?.key ?? index,
    overscan: 6,
    gap: 8,
    rangeExtractor,
  });

  useEffect(() => {
    // What is pointed at stays under the pointer.
    if (lit >= 0 && !scroller.current?.matches(":hover")) virtualizer.scrollToIndex(lit, { align: "auto" });
  }, [lit, virtualizer]);

  const focus = (index: number): void => {
    const card = cards[index];
    if (!card) return;
    focused.current = card.key;
    virtualizer.scrollToIndex(index, { align: "auto" });
    const there = (): HTMLElement | null | undefined =>
      scroller.current?.querySelector<HTMLElement>(`[data-change="${CSS.escape(card.key)}"] .card-words`);
    // A card that was out of view is on the page after the next frame.
    requestAnimationFrame(() => there()?.focus({ preventScroll: true }));
  };

  const pressed = (event: KeyboardEvent<HTMLElement>): void =>
    hearCardKey(event, { cards, acts, onFocus: focus, onDecided: (at) => focus(at + 1), onLeave: acts.onLeave });

  return (
    <div ref={scroller} className="card-scroller" data-testid="card-scroller">
      <ul
        className="cards"
        aria-label={t("changes.title")}
        style={{ height: virtualizer.getTotalSize(), pointerEvents: virtualizer.isScrolling ? "none" : undefined }}
        onKeyDown={pressed}
        onFocus={(event) => (focused.current = cardKeyAt(event.target))}
        onBlur={() => (focused.current = null)}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const card = cards[index];
          if (!card) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={cards.length}
              aria-posinset={index + 1}
            >
              <ChangeCard
                card={card}
                authors={authors[card.change.id] ?? none}
                number={index + 1}
                count={cards.length}
                language={language}
                lit={card.key === active}
                selected={selected.has(card.key)}
                acts={acts}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const none: readonly never[] = [];
