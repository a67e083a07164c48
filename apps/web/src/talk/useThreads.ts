import type { Person } from "@plenary/server/api";
import { useEffect, useMemo, useRef } from "react";
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
  const { active, beginning, choose, begin, done } = choice;
  const talk = useTalk(draft, person, live, active);
  const { placed, mayTalk } = talk;
  const beginHere = (): void => {
    if (mayTalk) begin({ anchor: talk.anchorHere() });
  };
  const latest = useRef(beginHere);
  useEffect(() => {
    latest.current = beginHere;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.code !== "KeyM" || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);

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
