import { ActionIcon, Button, Group, Progress, Text } from "@mantine/core";
import { IconCheck, IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import type { ReviewView } from "./useReview.ts";

/** What {@link ChairBar} shows and does. */
export interface ChairBarProps {
  readonly review: ReviewView;
  /** How many decisions have been taken on this draft. */
  readonly decided: number;
  readonly active: string | null;
  readonly mayDecide: boolean;
  /** Shows the cards, where they are not beside the paper. */
  readonly onCards: (() => void) | null;
}

/**
 * The bar at the foot: which change of how many, the one before and after, and for who decides accept, reject, and how
 * far it is.
 */
export function ChairBar({ review, decided, active, mayDecide, onCards }: ChairBarProps) {
  const { t } = useTranslation();
  const { hinted } = useKeyNames();
  const { shown, open, within, busy, step, decideHere } = review;
  const at = shown.findIndex(({ key }) => key === active);
  const goals = mayDecide ? open : shown;
  const nothing = within.length === 0 && shown[at]?.state !== "pending";
  const done = decided + open.length === 0 ? 0 : (100 * decided) / (decided + open.length);
  const where =
    within.length > 0
      ? t("chair.selected", { count: within.length })
      : goals.length === 0
        ? t("chair.none")
        : at >= 0
          ? t("chair.at", { number: at + 1, count: shown.length })
          : t(mayDecide ? "changes.open" : "changes.count", { count: goals.length });
  return (
    <section className="chair-bar" aria-label={t(mayDecide ? "chair.label" : "changes.title")} data-testid="chair-bar">
      {mayDecide && <Progress value={done} size={3} color="green" radius={0} aria-label={t("chair.progress")} />}
      <Group gap="xs" wrap="nowrap" justify="center" p={8}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t("chair.previous")}
          {...hinted("change.previous", t("chair.previous"))}
          disabled={goals.length === 0}
          onClick={() => step(-1)}
          data-testid="chair-previous"
        >
          <IconChevronLeft className="mirrored" size={18} aria-hidden />
        </ActionIcon>
        {onCards ? (
          <Button
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            size="sm"
            className="chair-count"
            onClick={onCards}
            data-testid="chair-cards"
          >
            {where}
          </Button>
        ) : (
          <Text size="sm" className="chair-count">
            {where}
          </Text>
        )}
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t("chair.next")}
          {...hinted("change.next", t("chair.next"))}
          disabled={goals.length === 0}
          onClick={() => step(1)}
          data-testid="chair-next"
        >
          <IconChevronRight className="mirrored" size={18} aria-hidden />
        </ActionIcon>
        {mayDecide && (
          <>
            <Button
              size="sm"
              color="#1c6b3c"
              leftSection={<IconCheck size={16} aria-hidden />}
              {...hinted("change.accept", t("decide.accept"))}
              disabled={nothing || busy}
              // What is selected on the paper stays selected.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => decideHere("accept")}
              data-testid="chair-accept"
            >
              {t("decide.accept")}
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              {...hinted("change.reject", t("decide.reject"))}
              disabled={nothing || busy}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => decideHere("reject")}
              data-testid="chair-reject"
            >
              {t("decide.reject")}
            </Button>
          </>
        )}
      </Group>
    </section>
  );
}
