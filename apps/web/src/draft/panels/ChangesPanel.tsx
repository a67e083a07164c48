import { Group, Text } from "@mantine/core";
import type { DraftState } from "@plenary/editor";
import { useTranslation } from "react-i18next";
import type { AuthorsById } from "../review/useAuthors.ts";
import type { ReviewView } from "../review/useReview.ts";
import { BulkDecide } from "./BulkDecide.tsx";
import { CardList } from "../cards/list/CardList.tsx";
import { FilterBar } from "./FilterBar.tsx";

/** What {@link ChangesPanel} shows and does; `state` is null until the text has arrived. */
export interface ChangesPanelProps {
  readonly review: ReviewView;
  /** How many changes there are, in view or not. */
  readonly count: number;
  readonly authors: AuthorsById;
  /** When the person was last here before this visit, ISO 8601; null at the first. */
  readonly before: string | null;
  /** Whether changes of formatting are in view, on the paper too. */
  readonly formatting: boolean;
  readonly onFormatting: (shown: boolean) => void;
  readonly state: DraftState | null;
  readonly active: string | null;
  readonly mayWrite: boolean;
}

/** All changes of the draft that the filter wants, and acts on those chosen or on all of them. */
export function ChangesPanel(props: ChangesPanelProps) {
  const { review, count, authors, before, formatting, onFormatting, state, active, mayWrite } = props;
  const { t } = useTranslation();
  const { shown, chosen, acts } = review;
  return (
    <div className="changes">
      <FilterBar
        filter={review.filter}
        onFilter={review.setFilter}
        choices={review.choices}
        before={before}
        formatting={formatting}
        onFormatting={onFormatting}
      />
      <Group gap={6} justify="space-between" mih={26}>
        <Text size="xs" c="dimmed" role="status" data-testid="change-count">
          {shown.length === count ? t("changes.count", { count }) : t("filter.shown", { shown: shown.length, count })}
        </Text>
        <BulkDecide review={review} />
      </Group>
      <CardList
        cards={shown}
        authors={authors}
        language={state?.current.language ?? "en"}
        active={active}
        chosen={chosen}
        acts={acts}
        nothing={state ? t(count > 0 ? "filter.nothing" : mayWrite ? "changes.emptyWriter" : "changes.empty") : ""}
      />
    </div>
  );
}
