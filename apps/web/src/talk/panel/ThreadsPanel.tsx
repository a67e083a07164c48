import { Button, Stack, Switch, Text } from "@mantine/core";
import type { ThreadAnchor } from "@plenary/collab";
import type { DraftState } from "@plenary/editor";
import { IconMessagePlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { placesOf } from "../../draft/review/placesOf.ts";
import { Composer } from "./Composer.tsx";
import type { PlacedThread } from "../placeThreads.ts";
import { ThreadItem } from "./ThreadItem.tsx";
import type { TalkView } from "../useTalk.ts";

/** A comment that is being begun; without an anchor one chooses the clause. */
export interface Beginning {
  readonly anchor: ThreadAnchor | null;
}

/** What {@link ThreadsPanel} shows and does. */
export interface ThreadsPanelProps {
  readonly talk: TalkView;
  readonly state: DraftState | null;
  readonly active: string | null;
  readonly beginning: Beginning | null;
  readonly onBegin: () => void;
  readonly onDone: (thread: string | null) => void;
  readonly onGo: (placed: PlacedThread) => void;
}

/** The threads of the draft in reading order, the resolved ones on request, and where one begins. */
export function ThreadsPanel({ talk, state, active, beginning, onBegin, onDone, onGo }: ThreadsPanelProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [current, base] = [state?.current, state?.redline.base];
  const places = useMemo(
    () => new Map([...(base ? placesOf(base) : []), ...(current ? placesOf(current) : [])]),
    [base, current],
  );
  if (!state) return null;
  const citedOf = (clause: string): string => places.get(clause) ?? "";
  const shown = talk.placed.filter(({ thread }) => all || !thread.resolved || thread.id === active);
  return (
    <Stack gap="sm" className="panel-scroller" data-testid="threads">
      {talk.mayTalk && !beginning && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconMessagePlus size={16} aria-hidden />}
          // The selection on the paper is what the comment will be about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onBegin}
          data-testid="begin"
        >
          {t("talk.new")}
        </Button>
      )}
      {beginning && (
        <Composer
          key={JSON.stringify(beginning.anchor)}
          anchor={beginning.anchor}
          state={state}
          talk={talk}
          citedOf={citedOf}
          onDone={onDone}
          onCancel={() => onDone(null)}
        />
      )}
      <Switch
        size="xs"
        label={t("talk.showResolved")}
        checked={all}
        onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        data-testid="show-resolved"
      />
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(talk.mayTalk ? "talk.empty" : "talk.emptyReader")}
        </Text>
      )}
      <ul className="threads" aria-label={t("talk.title")}>
        {shown.map((placed) => (
          <li key={placed.thread.id}>
            <ThreadItem
              placed={placed}
              cited={placed.place.clause === null ? "" : citedOf(placed.place.clause)}
              language={state.current.language}
              talk={talk}
              active={placed.thread.id === active}
              onGo={() => onGo(placed)}
            />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
