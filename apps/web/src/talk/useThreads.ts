import type { Person } from "@plenary/server/api";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { command } from "../commands/command.ts";
import { useCommands } from "../commands/useCommands.ts";
import type { LiveDraftView } from "../draft/useLiveDraft.ts";
import type { CardTalkView } from "./TalkContext.ts";
import type { ThreadsPanelProps } from "./panel/ThreadsPanel.tsx";
import { useTalk } from "./useTalk.ts";
import type { ThreadChoice } from "./useThreadChoice.ts";

/** The threads for the parts of the screen. */
export interface ThreadsOnScreen {
  readonly panel: Omit<ThreadsPanelProps, "state" | "onGo">;
  readonly cards: CardTalkView;
  readonly openCount: number;
}

/** Brings the talk of a draft to its screen; Ctrl+Alt+M begins a comment on what is selected. */
export function useThreads(draft: string, person: Person, live: LiveDraftView, choice: ThreadChoice): ThreadsOnScreen {
  const { t } = useTranslation();
  const { active, beginning, choose, begin, done } = choice;
  const talk = useTalk(draft, person, live, active);
  const { placed, mayTalk } = talk;
  const beginHere = (): void => {
    if (mayTalk) begin({ anchor: talk.anchorHere() });
  };
  useCommands(() => (mayTalk ? [command(t, "talk.new", beginHere)] : []));

  const changes = live.state?.redline.changes;
  const cards = useMemo((): CardTalkView => {
    const standing = new Set(changes?.map(({ id }) => id));
    const open = placed.filter(({ thread }) => !thread.resolved);
    const byChange = Map.groupBy(open, ({ place }) => (place.on === "change" ? place.change : ""));
    return {
      mayTalk,
      of: ({ id }) => byChange.get(id) ?? [],
      stands: ({ id }) => standing.has(id),
      open: (thread) => choose([thread]),
      begin: (anchor) => begin({ anchor }),
    };
  }, [changes, placed, mayTalk, choose, begin]);

  return {
    panel: { talk, active, beginning, onBegin: beginHere, onDone: done },
    cards,
    openCount: placed.filter(({ thread }) => !thread.resolved).length,
  };
}
