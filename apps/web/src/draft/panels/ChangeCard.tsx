import { Button, Group, VisuallyHidden } from "@mantine/core";
import type { Change, ChangeKind } from "@plenary/diff";
import { type Language, direction } from "@plenary/document";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeAuthor } from "@plenary/server/api";
import { Authors } from "./Authors.tsx";
import type { Card } from "../review/cards.ts";
import type { Verdict } from "../review/useDecide.ts";

/** What {@link ChangeCard} shows and does. */
export interface ChangeCardProps {
  readonly card: Card;
  /** Which card of how many it is. */
  readonly number: number;
  readonly count: number;
  readonly authors: readonly ChangeAuthor[];
  readonly language: Language;
  readonly active: string | null;
  readonly mayDecide: boolean;
  readonly deciding: boolean;
  readonly onGo: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onDecide: (card: Card, verdict: Verdict) => void;
}

/** Changes that their words tell; others are told by their summary. */
const toldByWords: ReadonlySet<ChangeKind> = new Set([
  "text",
  "add",
  "suppress",
  "row",
  "column",
  "cell",
  "split",
  "merge",
]);

/**
 * One change: what kind, where, the old words and the new, and for who may decide: accept and
 * reject. Who hears the page hears which change of how many it is, and its summary.
 */
export function ChangeCard({
  card,
  authors,
  number,
  count,
  language,
  active,
  mayDecide,
  deciding,
  ...on
}: ChangeCardProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const { key, change, place, summary, precise, state } = card;
  const { onGo, onPoint, onDecide } = on;
  const lit = key === active;
  useEffect(() => {
    // What is pointed at stays under the pointer.
    if (lit && !root.current?.matches(":hover")) root.current?.scrollIntoView({ block: "nearest" });
  }, [lit]);
  return (
    <article
      ref={root}
      className="card"
      data-active={lit}
      data-state={state}
      data-testid="change-card"
      data-change={key}
      onMouseEnter={() => onPoint(key)}
      onMouseLeave={() => onPoint(null)}
    >
      <button type="button" className="card-words" onClick={() => onGo(key)} aria-current={lit ? "true" : undefined}>
        <VisuallyHidden>{t("card.name", { number, count, summary })}</VisuallyHidden>
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
      {mayDecide && state === "pending" && (
        <Group gap={6} className="card-verdict">
          <Button
            size="compact-xs"
            variant="default"
            disabled={deciding}
            onClick={() => onDecide(card, "accept")}
            data-testid="accept"
          >
            {t("decide.accept")}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={deciding}
            onClick={() => onDecide(card, "reject")}
            data-testid="reject"
          >
            {t("decide.reject")}
          </Button>
        </Group>
      )}
    </article>
  );
}

/** The words before and after; of a clause moved, split or joined its words once. */
function ChangedWords({ change: { kind, deleted, inserted } }: { readonly change: Change }) {
  if (kind === "split" || kind === "merge")
    return (
      <>
        {kind === "split" ? <ins>¶</ins> : <del>¶</del>} {shortened(inserted)}
      </>
    );
  return (
    <>
      {deleted !== "" && <del>{shortened(deleted)}</del>}
      {deleted !== "" && inserted !== "" && " "}
      {inserted !== "" && <ins>{shortened(inserted)}</ins>}
    </>
  );
}

function shortened(words: string): string {
  return words.length > 160 ? `${words.slice(0, 160)}…` : words;
}
