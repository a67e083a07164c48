import { Text } from "@mantine/core";
import { type Range, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@plenary/document";
import type { Card } from "../../review/cards.ts";
import type { AuthorsById } from "../../review/useAuthors.ts";
import { type CardActs, ChangeCard } from "../ChangeCard.tsx";
import { useChangeList } from "./useChangeList.ts";
import { useColumn } from "./useColumn.ts";
import { type Focused, focusSoon } from "./useKeptFocus.ts";
import { usePointing } from "./usePointing.ts";

/** What {@link CardList} shows and does. */
export interface CardListProps {
  readonly cards: readonly Card[];
  readonly authors: AuthorsById;
  readonly language: Language;
  readonly active: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly acts: CardActs;
  /** What is said where there is no card. */
  readonly nothing: string;
}

/** Up to so many cards are all on the page, for search in the page and screen readers. */
const WHOLE = 60;

/**
 * The column of cards. Of a long list only the cards in view are on the page, beside the lit one and the one with the
 * focus, so that neither is lost by scrolling. Arrows go from card to card; what else keys do says {@link useChangeList}.
 */
export function CardList({ cards, authors, language, active, chosen, acts, nothing }: CardListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef<Focused | null>(null);
  const lit = active === null ? -1 : cards.findIndex(({ key }) => key === active);

  const rangeExtractor = useCallback(
    (range: Range) => {
      if (range.count <= WHOLE) return Array.from({ length: range.count }, (_, i) => i);
      const kept = cards.findIndex(({ key }) => key === focused.current?.key);
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

  const { isScrolling } = virtualizer;
  const pointing = usePointing(scroller, isScrolling, acts.onPoint);

  useEffect(() => {
    // What is pointed at stays under the pointer.
    if (lit >= 0 && !scroller.current?.matches(":hover")) virtualizer.scrollToIndex(lit, { align: "auto" });
  }, [lit, virtualizer]);

  const focus = (index: number): void => {
    const card = cards[index];
    if (!card) return;
    focused.current = { key: card.key, index };
    virtualizer.scrollToIndex(index, { align: "auto" });
    focusSoon(scroller, `[data-change="${CSS.escape(card.key)}"] .card-words`, { preventScroll: true });
  };

  const { choose, none, around } = useChangeList({
    cards,
    chosen,
    acts,
    focused,
    onFocus: focus,
    onDecided: (at) => focus(at + 1),
    onLeave: acts.onLeave,
  });

  return (
    <div ref={scroller} className="card-scroller" data-testid="card-scroller">
      {cards.length === 0 && (
        <Text size="sm" c="dimmed" ref={none} tabIndex={-1} data-testid="no-changes" {...around}>
          {nothing}
        </Text>
      )}
      <ul
        hidden={cards.length === 0}
        className="cards"
        aria-label={t("changes.title")}
        style={{ height: virtualizer.getTotalSize() }}
        {...pointing}
        {...around}
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
                authors={authors[card.change.id] ?? noAuthors}
                number={index + 1}
                count={cards.length}
                language={language}
                lit={card.key === active}
                chosen={chosen.has(card.key)}
                onChoose={choose}
                acts={acts}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const noAuthors: readonly never[] = [];
