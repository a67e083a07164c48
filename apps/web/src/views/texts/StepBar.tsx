import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../commands/commandTable.ts";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import type { Steps } from "./useSteps.ts";

/** How many changes there are, which one the reader is at, and the way to the one before and after. */
export function StepBar({ count, at, step }: Steps) {
  const { t } = useTranslation();
  const { hinted } = useKeyNames();
  const button = (by: 1 | -1, id: CommandId, label: string) => (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={label}
      {...hinted(id, label)}
      disabled={count === 0}
      onClick={() => step(by)}
      data-testid={by === 1 ? "next-change" : "previous-change"}
    >
      {by === 1 ? (
        <IconChevronRight className="mirrored" size={18} aria-hidden />
      ) : (
        <IconChevronLeft className="mirrored" size={18} aria-hidden />
      )}
    </ActionIcon>
  );
  return (
    <Group gap={6} wrap="nowrap">
      {button(-1, "change.previous", t("chair.previous"))}
      <Text size="sm" className="step-count" role="status" data-testid="step-count">
        {at === null ? t("changes.count", { count }) : t("chair.at", { number: at + 1, count })}
      </Text>
      {button(1, "change.next", t("chair.next"))}
    </Group>
  );
}
