import { Button, Group } from "@mantine/core";
import type { Change } from "@plenary/diff";
import { type Language, direction } from "@plenary/document";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "../review/cards.ts";
import type { Verdict } from "../review/useDecide.ts";

/** What {@link ChangeCard} shows and does. */
export interface ChangeCardProps {
  readonly card: Card;
  readonly language: Language;
  readonly active: string | null;
  readonly mayDecide: boolean;
  readonly deciding: boolean;
  readonly onGo: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onDecide: (card: Card, verdict: Verdict) => void;
}

/** One change: what kind, where, the old words and the new, and for who may decide: accept and reject. */
export function ChangeCard({ card, language, active, mayDecide, deciding, onGo, onPoint, onDecide }: ChangeCardProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const { id, change, place, state } = card;
  const lit = id === active;
  useEffect(() => {
    if (lit) root.current?.scrollIntoView({ block: "nearest" });
  }, [lit]);
  return (
    <article
      ref={root}
      className="card"
      data-active={lit}
      data-state={state}
      data-testid="change-card"
      data-change={id}
      onMouseEnter={() => onPoint(id)}
      onMouseLeave={() => onPoint(null)}
    >
      <button type="button" className="card-words" onClick={() => onGo(id)} aria-current={lit ? "true" : undefined}>
        <span className="card-head">
          <span className="card-kind">{t(`kind.${change.kind}`)}</span>
          {place !== "" && (
            <bdi lang={language} className="card-place">
              {place}
            </bdi>
          )}
          {state === "agreed" && <span className="card-agreed">{t("state.agreed")}</span>}
        </span>
        <span className="card-change" lang={language} dir={direction(language)}>
          <ChangedWords change={change} />
        </span>
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
