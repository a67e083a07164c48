import type { ThreadAnchor } from "@plenary/collab";
import { wordsAnchor } from "@plenary/collab";
import { notifications } from "@mantine/notifications";
import type { CommentView, Person, Talk, ThreadView } from "@plenary/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";
import type { LiveDraftView } from "../draft/useLiveDraft.ts";
import { type PlacedThread, marksOf, placeThreads } from "./placeThreads.ts";
import { mentionsQuery, talkQuery } from "./talkQueries.ts";
import { withThread } from "./withThread.ts";

/** What one can say or do to threads. */
export type TalkAct =
  | { readonly act: "begin"; readonly anchor: ThreadAnchor; readonly audience: string | null; readonly text: string }
  | { readonly act: "reply"; readonly thread: string; readonly text: string }
  | { readonly act: "edit"; readonly thread: string; readonly comment: string; readonly text: string }
  | { readonly act: "remove"; readonly thread: string; readonly comment: string }
  | { readonly act: "takeAway"; readonly thread: string; readonly comment: string }
  | { readonly act: "rehang"; readonly thread: string; readonly anchor: ThreadAnchor }
  | { readonly act: "resolve"; readonly thread: string; readonly resolved: boolean };

/** The talk on a draft as the page has it. */
export interface TalkView {
  readonly placed: readonly PlacedThread[];
  readonly people: readonly Person[];
  readonly mayTalk: boolean;
  /** Whether one may take others' comments out of open threads, and hang threads elsewhere. */
  readonly mayModerate: boolean;
  /** The group that one may talk with internally, null for none. */
  readonly group: string | null;
  readonly me: string;
  readonly busy: boolean;
  /** Does it; resolves with the thread as it is then. Rejects when the server refused, which the page has shown by then. */
  act(act: TalkAct): Promise<ThreadView>;
  /** Where a comment begun now would hang: the selection, the clause of the caret, or nowhere yet. */
  anchorHere(): ThreadAnchor | null;
}

const nothing: Omit<Talk, "threads"> = { people: [], mayTalk: false, mayModerate: false, group: null };

/** Follows the threads of a draft and marks them on the paper. */
export function useTalk(draft: string, person: Person, live: LiveDraftView, active: string | null): TalkView {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = talkQuery(draft);
  const { data } = useQuery(query);
  const { connection, editor, state } = live;

  useEffect(() => {
    if (!connection) return undefined;
    const { queryKey } = talkQuery(draft);
    return connection.talk({
      changed: (json) => {
        const thread: ThreadView = JSON.parse(json);
        queries.setQueryData(queryKey, (old) => old && { ...old, threads: withThread(old.threads, thread) });
        if (thread.comments.some((comment) => calls(comment, person.id)))
          void queries.invalidateQueries({ queryKey: mentionsQuery.queryKey });
      },
      listening: () => void queries.invalidateQueries({ queryKey }),
    });
  }, [connection, draft, person.id, queries]);

  // Threads are looked for a moment after the text has changed, never while a key waits.
  const settled = useDeferredValue(state);
  const threads = data?.threads;
  const placed = useMemo(
    () => (threads && settled && connection ? placeThreads(threads, settled, connection.doc) : []),
    [threads, settled, connection],
  );
  useEffect(() => editor?.setThreads(marksOf(placed, active)), [editor, placed, active]);

  const open = placed.find(({ thread }) => thread.id === active)?.thread;
  const called = open?.comments.filter((comment) => calls(comment, person.id)).length ?? 0;
  useEffect(() => {
    if (active === null || called === 0) return;
    api.drafts[":draft"].threads[":thread"].seen
      .$put({ param: { draft, thread: active } })
      .then(() => queries.invalidateQueries({ queryKey: mentionsQuery.queryKey }))
      // It stays unseen, and is marked the next time.
      .catch(() => undefined);
  }, [active, called, draft, queries]);

  const doing = useMutation({
    mutationFn: (act: TalkAct) => send(draft, act),
    onSuccess: (thread) =>
      queries.setQueryData(query.queryKey, (old) => old && { ...old, threads: withThread(old.threads, thread) }),
    onError: (error) => notifications.show({ color: "red", title: t("failure.title"), message: error.message }),
  });
  const { people, mayTalk, mayModerate, group }: Omit<Talk, "threads"> = data ?? nothing;

  return {
    placed,
    people,
    mayTalk,
    mayModerate,
    group,
    me: person.id,
    busy: doing.isPending,
    act: (act) => doing.mutateAsync(act),
    anchorHere() {
      const range = editor?.selected() ?? null;
      if (!range || !state || !connection) return null;
      return wordsAnchor(connection.doc, state.redline.base, state.current, range);
    },
  };
}

function calls({ mentions }: CommentView, person: string): boolean {
  return mentions.some((one) => one.person === person);
}

async function send(draft: string, given: TalkAct): Promise<ThreadView> {
  const { threads } = api.drafts[":draft"];
  switch (given.act) {
    case "begin": {
      const { anchor, audience, text } = given;
      return answer(threads.$post({ param: { draft }, json: { anchor, audience, text } }));
    }
    case "reply": {
      const { thread, text } = given;
      return answer(threads[":thread"].comments.$post({ param: { draft, thread }, json: { text } }));
    }
    case "edit": {
      const { thread, comment, text } = given;
      return answer(
        threads[":thread"].comments[":comment"].$put({ param: { draft, thread, comment }, json: { text } }),
      );
    }
    case "remove": {
      const { thread, comment } = given;
      return answer(threads[":thread"].comments[":comment"].$delete({ param: { draft, thread, comment } }));
    }
    case "takeAway": {
      const { thread, comment } = given;
      return answer(threads[":thread"].comments[":comment"].away.$put({ param: { draft, thread, comment } }));
    }
    case "rehang": {
      const { thread, anchor } = given;
      return answer(threads[":thread"].anchor.$put({ param: { draft, thread }, json: { anchor } }));
    }
    case "resolve": {
      const { thread, resolved } = given;
      return answer(threads[":thread"].resolved.$put({ param: { draft, thread }, json: { resolved } }));
    }
  }
}
