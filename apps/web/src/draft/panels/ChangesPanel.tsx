import { Stack, Switch, Text } from "@mantine/core";
import type { Decision } from "@plenary/collab";
import type { DraftState } from "@plenary/editor";
import { useTranslation } from "react-i18next";
import type { AuthorsById } from "../review/useAuthors.ts";
import type { Card } from "../review/cards.ts";
import type { Verdict } from "../review/useDecide.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import { Decisions } from "./Decisions.tsx";

/** What {@link ChangesPanel} shows and does; `state` is null until the text has arrived. */
export interface ChangesPanelProps {
  /** The changes in view. */
  readonly cards: readonly Card[];
  readonly authors: AuthorsById;
  /** Whether changes of formatting are in view, on the paper too. */
  readonly formatting: boolean;
  readonly onFormatting: (shown: boolean) => void;
  readonly state: DraftState | null;
  readonly decisions: readonly Decision[];
  readonly active: string | null;
  readonly mayDecide: boolean;
  readonly mayWrite: boolean;
  readonly deciding: boolean;
  readonly onGo: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onDecide: (card: Card, verdict: Verdict) => void;
}

/** All changes of the draft, the open ones to be decided, and what has been decided. */
export function ChangesPanel({
  cards,
  authors,
  formatting,
  onFormatting,
  state,
  decisions,
  mayWrite,
  ...rest
}: ChangesPanelProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" className="changes">
      <Text size="xs" c="dimmed" role="status">
        {t("changes.count", { count: cards.length })}
      </Text>
      <Switch
        size="xs"
        label={t("changes.formatting")}
        checked={formatting}
        onChange={(event) => onFormatting(event.currentTarget.checked)}
        data-testid="formatting"
      />
      {state && cards.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(mayWrite ? "changes.emptyWriter" : "changes.empty")}
        </Text>
      )}
      <ul className="cards">
        {cards.map((card, at) => (
          <li key={card.key}>
            <ChangeCard
              card={card}
              number={at + 1}
              count={cards.length}
              authors={authors[card.change.id] ?? []}
              language={state?.current.language ?? "en"}
              {...rest}
            />
          </li>
        ))}
      </ul>
      {decisions.length > 0 && <Decisions decisions={decisions} />}
    </Stack>
  );
}
