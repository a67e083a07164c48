import { ActionIcon, Button, Group, Progress, Text } from "@mantine/core";
import { IconCheck, IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Card } from "./cards.ts";
import type { Verdict } from "./useDecide.tsx";

/** What {@link ChairBar} shows and does. */
export interface ChairBarProps {
  readonly cards: readonly Card[];
  /** How many decisions have been taken on this draft. */
  readonly decided: number;
  readonly active: string | null;
  readonly busy: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDecide: (card: Card, verdict: Verdict) => void;
}

/** The bar of who decides: which change of how many, the one before and after, accept and reject, and how far it is. */
export function ChairBar({ cards, decided, active, busy, onStep, onDecide }: ChairBarProps) {
  const { t } = useTranslation();
  const open = cards.filter(({ state }) => state === "pending");
  const at = open.findIndex(({ key }) => key === active);
  const card = open[at];
  const done = decided + open.length === 0 ? 0 : (100 * decided) / (decided + open.length);
  const decide = (verdict: Verdict): void => {
    if (!card) return;
    onDecide(card, verdict);
    onStep(1);
  };
  return (
    <section className="chair-bar" aria-label={t("chair.label")} data-testid="chair-bar">
      <Progress value={done} size={3} color="green" radius={0} aria-label={t("chair.progress")} />
      <Group gap="xs" wrap="nowrap" justify="center" p={8}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t("chair.previous")}
          disabled={open.length === 0}
          onClick={() => onStep(-1)}
        >
          <IconChevronLeft className="mirrored" size={18} aria-hidden />
        </ActionIcon>
        <Text size="sm" className="chair-count">
          {open.length === 0
            ? t("chair.none")
            : card
              ? t("chair.at", { number: at + 1, count: open.length })
              : t("changes.open", { count: open.length })}
        </Text>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t("chair.next")}
          disabled={open.length === 0}
          onClick={() => onStep(1)}
        >
          <IconChevronRight className="mirrored" size={18} aria-hidden />
        </ActionIcon>
        <Button
          size="sm"
          color="#1c6b3c"
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={!card || busy}
          onClick={() => decide("accept")}
          data-testid="chair-accept"
        >
          {t("decide.accept")}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          disabled={!card || busy}
          onClick={() => decide("reject")}
          data-testid="chair-reject"
        >
          {t("decide.reject")}
        </Button>
      </Group>
    </section>
  );
}
