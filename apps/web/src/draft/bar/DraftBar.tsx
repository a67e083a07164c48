import { ActionIcon, Anchor, Group, SegmentedControl, Text } from "@mantine/core";
import type { DraftDetail, Group as RegionalGroup } from "@plenary/server/api";
import { IconHome, IconLayoutSidebar, IconListDetails } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { AccountMenu } from "../../frame/AccountMenu.tsx";
import { type DraftViewName, isPaper } from "../../views/draftViews.ts";
import type { LiveDraftView } from "../useLiveDraft.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import { PeopleHere } from "./PeopleHere.tsx";
import { ViewMenu } from "./ViewMenu.tsx";

/** What {@link DraftBar} shows and does. */
export interface DraftBarProps {
  readonly draft: DraftDetail;
  readonly conference: { readonly name: string; readonly groups: readonly RegionalGroup[] };
  readonly view: DraftViewName;
  readonly onView: (view: DraftViewName) => void;
  readonly live: LiveDraftView;
  /** What acts on the text, for who may write. */
  readonly tools: ReactNode;
  readonly outline: boolean;
  readonly onOutline: () => void;
  readonly changes: boolean;
  readonly onChanges: () => void;
  readonly narrow: boolean;
}

const modes = ["base", "marked", "clean"] as const;

/** The one bar on top: where I am, how the text is shown, who is here, whether it is saved, and taking it out. */
export function DraftBar({ draft, conference, view, onView, live, tools, narrow, ...panels }: DraftBarProps) {
  const { t } = useTranslation();
  return (
    <header className="bar draft-bar">
      <Group gap={6} wrap="nowrap" miw={0} className="bar-place">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("outline.title")}
          aria-expanded={panels.outline}
          onClick={panels.onOutline}
        >
          <IconLayoutSidebar className="mirrored" size={20} aria-hidden />
        </ActionIcon>
        <Text component="nav" size="sm" truncate aria-label={t("bar.place")}>
          <Anchor component={Link} href="/" c="dimmed" size="sm" underline="always" title={conference.name}>
            <IconHome size={20} className="bar-home" aria-hidden />
            <bdi className="bar-conference">{narrow ? "Plenary" : conference.name}</bdi>
          </Anchor>
          <span aria-hidden className="crumb">
            ›
          </span>
          <Text component="bdi" dir="ltr" size="sm" fw={600}>
            {draft.number}
          </Text>
          <span aria-hidden className="crumb">
            ›
          </span>
          <bdi lang={draft.text.language} title={draft.text.title}>
            {draft.text.title}
          </bdi>
        </Text>
      </Group>
      <Group gap={6} wrap="nowrap" className="bar-mode">
        <SegmentedControl
          size="xs"
          value={isPaper(view) ? view : ""}
          onChange={(value) => onView(modes.find((each) => each === value) ?? "marked")}
          data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
          aria-label={t("mode.label")}
          data-testid="mode"
        />
        <ViewMenu view={view} onView={onView} />
      </Group>
      <Group gap={6} wrap="nowrap" justify="flex-end" className="bar-tools">
        {live.connection && (
          <PeopleHere
            awareness={live.connection.awareness}
            crowd={live.connection.crowd}
            groups={conference.groups}
            most={narrow ? 2 : 5}
          />
        )}
        <Text size="xs" c="dimmed" className="saving" role="status" data-testid="saving" data-state={live.saving}>
          <span className="saving-dot" data-state={live.saving} aria-hidden />
          {t(`saving.${live.saving}`)}
        </Text>
        {tools}
        <ExportMenu draft={draft.id} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("changes.title")}
          aria-expanded={panels.changes}
          onClick={panels.onChanges}
          data-testid="toggle-changes"
        >
          <IconListDetails className="mirrored" size={20} aria-hidden />
        </ActionIcon>
        <AccountMenu />
      </Group>
    </header>
  );
}
