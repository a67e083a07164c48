import { ActionIcon, Button, Group, Text } from "@mantine/core";
import type { DraftDetail, Group as RegionalGroup } from "@plenary/server/api";
import { IconBookmark, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { GroupBadge } from "../../proposals/GroupBadge.tsx";
import { command } from "../../commands/command.ts";
import { useCommands } from "../../commands/useCommands.ts";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import { viewPath } from "../draftViews.ts";
import { NameVersion } from "../snapshot/NameVersion.tsx";
import { RenameVersion } from "../snapshot/RenameVersion.tsx";
import type { Stop } from "./stops.ts";
import { Timeline } from "./Timeline.tsx";
import { useStopSaid } from "./useStopSaid.ts";

/** What {@link HistoryBar} shows and does; `at` is the index of the stop. */
export interface HistoryBarProps {
  readonly draft: DraftDetail;
  readonly groups: readonly RegionalGroup[];
  readonly stops: readonly Stop[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** The timeline, what happened at the stop, the named versions, and comparing the stop with now. */
export function HistoryBar({ draft, groups, stops, at, onMove }: HistoryBarProps) {
  const { t } = useTranslation();
  const said = useStopSaid();
  const stop = stops[at];
  const named = stops.flatMap((one, i) => (one.kind === "named" ? [{ ...one, i }] : []));
  const present = [...new Set(stops.map(({ group }) => group))].filter((group) => group !== "");
  const step = (by: 1 | -1): void => onMove(Math.min(stops.length - 1, Math.max(0, at + by)));
  const { hinted } = useKeyNames();
  useCommands(() => [
    command(t, "moment.later", at < stops.length - 1 ? () => step(1) : null),
    command(t, "moment.earlier", at > 0 ? () => step(-1) : null),
  ]);
  return (
    <div className="history-bar">
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("history.earlier")}
          {...hinted("moment.earlier", t("history.earlier"))}
          disabled={at === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft className="mirrored" size={18} aria-hidden />
        </ActionIcon>
        <Timeline stops={stops} groups={groups} at={at} onMove={onMove} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("history.later")}
          {...hinted("moment.later", t("history.later"))}
          disabled={at === stops.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight className="mirrored" size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="sm" mt={6}>
        <Text size="sm" className="history-said" data-testid="stop" aria-hidden>
          <bdi>{stop && said(stop)}</bdi>
        </Text>
        <Group gap="sm" component="ul" className="history-groups" aria-label={t("filter.group")}>
          {present.map((code) => (
            <li key={code}>
              <GroupBadge code={code} groups={groups} />
            </li>
          ))}
        </Group>
        {named.length > 0 && (
          <Group gap={4} component="ul" className="history-groups" aria-label={t("compare.versions")}>
            {named.map(({ said: name, seq, version, i }) => (
              <li key={version ?? seq}>
                <Button
                  size="compact-xs"
                  variant={i === at ? "light" : "subtle"}
                  leftSection={<IconBookmark size={12} aria-hidden />}
                  onClick={() => onMove(i)}
                  data-testid="version"
                >
                  <bdi>{name}</bdi>
                </Button>
                {draft.mayName && version !== null && <RenameVersion draft={draft.id} version={version} name={name} />}
              </li>
            ))}
          </Group>
        )}
        <Button
          component={Link}
          href={viewPath(draft.id, "compare", { from: String(stop?.seq ?? 1), to: "current" })}
          size="compact-xs"
          variant="default"
          data-testid="compare-with-now"
        >
          {t("history.compare")}
        </Button>
        {draft.mayName && <NameVersion draft={draft.id} />}
      </Group>
    </div>
  );
}
