import { Group, VisuallyHidden } from "@mantine/core";
import { type Language, direction } from "@plenary/document";
import type { ChangeAuthor } from "@plenary/server/api";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { CardTalk } from "../../talk/CardTalk.tsx";
import { useLanguage } from "../../frame/useLanguage.ts";
import { cardName } from "../review/cardName.ts";
import type { Card } from "../review/cards.ts";
import type { Filter } from "../review/filter.ts";
import type { Part, Verdict } from "../review/useDecide.tsx";
import { Authors } from "./Authors.tsx";
import { CardMenu } from "./CardMenu.tsx";
import type { CardCommand } from "./cardCommand.ts";
import { ChangedWords } from "./ChangedWords.tsx";
import { ChooseBox } from "./ChooseBox.tsx";
import type { Choose } from "./list/useChoosing.ts";
import { toldByWords } from "./toldByWords.ts";
import { VerdictButtons } from "./VerdictButtons.tsx";

/** What can be done with cards; the same object from one rendering to the next. */
export interface CardActs {
  readonly mayDecide: boolean;
  /** Whether a decision is on its way. */
  readonly busy: boolean;
  readonly onGo: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
  readonly onDecide: (card: Card, verdict: Verdict, part?: Part) => void;
  /** Decides on all open changes that a filter with these parts wants. */
  readonly onDecideWhere: (where: Partial<Filter>, verdict: Verdict) => void;
  /** Takes changes in among those chosen, or out. */
  readonly onChoose: (keys: readonly string[], chosen: boolean) => void;
  /** A key on a card, by what it means; whether it decided something. */
  readonly onKey: (meant: CardCommand, card: Card) => boolean;
  /** Leaves the cards for the paper. */
  readonly onLeave: () => void;
}

/** What {@link ChangeCard} shows and does. */
export interface ChangeCardProps {
  readonly card: Card;
  readonly authors: readonly ChangeAuthor[];
  /** Which card of how many it is. */
  readonly number: number;
  readonly count: number;
  readonly language: Language;
  readonly lit: boolean;
  readonly chosen: boolean;
  readonly onChoose: Choose;
  readonly acts: CardActs;
}

/**
 * One change: what kind, where, the old words and the new, by whom and when, and for who may decide: accept and
 * reject. Who hears the page hears which change of how many it is, whose, and its summary.
 */
export const ChangeCard = memo(function ChangeCard(props: ChangeCardProps) {
  const { card, authors, number, count, language, lit, chosen, onChoose, acts } = props;
  const { t } = useTranslation();
  const { key, change, place, summary, precise, state } = card;
  const said = cardName(t, useLanguage(), card, authors, { number, count });
  const open = acts.mayDecide && state === "pending";
  return (
    <article className="card" data-active={lit} data-state={state} data-testid="change-card" data-change={key}>
      <button
        type="button"
        className="card-words"
        onClick={() => acts.onGo(key)}
        aria-current={lit ? "true" : undefined}
      >
        <VisuallyHidden>{said}</VisuallyHidden>
        <span className="card-head">
          <span className="card-kind" aria-hidden>
            {t(`kind.${change.kind}`)}
          </span>
          {place !== "" && (
            <bdi lang={language} className="card-place" aria-hidden>
              {place}
            </bdi>
          )}
          {state === "agreed" && <span className="card-agreed">{t("state.agreed")}</span>}
        </span>
        {toldByWords.has(change.kind) ? (
          <span className="card-change" lang={language} dir={direction(language)} aria-hidden>
            <ChangedWords change={change} />
          </span>
        ) : (
          <span className="card-summary" aria-hidden>
            {summary}
          </span>
        )}
        {!precise && <span className="card-note">{t("card.imprecise")}</span>}
        <Authors authors={authors} />
      </button>
      <Group gap={6} className="card-verdict" wrap="nowrap">
        {open && <VerdictButtons card={card} number={number} of="card" acts={acts} />}
        <span className="card-gap" />
        <CardTalk change={change} />
        {open && (
          <>
            <CardMenu card={card} authors={authors} acts={acts} />
            <ChooseBox number={number} chosen={chosen} onChoose={(upTo) => onChoose(key, upTo)} />
          </>
        )}
      </Group>
    </article>
  );
});
