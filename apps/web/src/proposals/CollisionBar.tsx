import { ActionIcon, Group, Switch, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useKeyNames } from "../commands/useKeyNames.ts";

/** What {@link CollisionBar} shows and does; `at` is the collision that the reader is at, from 0, null for none. */
export interface CollisionBarProps {
  readonly count: number;
  readonly at: number | null;
  readonly only: boolean;
  readonly onOnly: (only: boolean) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** How many collisions there are, the one before and after, and whether nothing else is shown. */
export function CollisionBar({ count, at, only, onOnly, onStep }: CollisionBarProps) {
  const { t } = useTranslation();
  const { hinted } = useKeyNames();
  return (
    <section className="collision-bar" aria-label={t("proposals.bar")} data-testid="collision-bar">
      <Group gap="xs" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t("proposals.previous")}
            {...hinted("collision.previous", t("proposals.previous"))}
            disabled={count === 0}
            onClick={() => onStep(-1)}
            data-testid="previous-collision"
          >
            <IconChevronLeft className="mirrored" size={18} aria-hidden />
          </ActionIcon>
          <Text size="sm" className="collision-count" role="status">
            {count === 0
              ? t("proposals.none")
              : at === null
                ? t("proposals.collisions", { count })
                : t("proposals.at", { number: at + 1, count })}
          </Text>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t("proposals.next")}
            {...hinted("collision.next", t("proposals.next"))}
            disabled={count === 0}
            onClick={() => onStep(1)}
            data-testid="next-collision"
          >
            <IconChevronRight className="mirrored" size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Switch
          size="sm"
          label={t("proposals.only")}
          checked={only}
          disabled={count === 0 && !only}
          onChange={(event) => onOnly(event.currentTarget.checked)}
        />
      </Group>
    </section>
  );
}
