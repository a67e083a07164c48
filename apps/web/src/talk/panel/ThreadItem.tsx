import { Badge, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Language } from "@plenary/document";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommentItem } from "./CommentItem.tsx";
import type { PlacedThread } from "../placeThreads.ts";
import { ThreadPlace } from "./ThreadPlace.tsx";
import type { TalkAct, TalkView } from "../useTalk.ts";
import { WordsBox } from "./WordsBox.tsx";

/** What {@link ThreadItem} shows and does. */
export interface ThreadItemProps {
  readonly placed: PlacedThread;
  readonly cited: string;
  readonly language: Language;
  readonly talk: TalkView;
  readonly active: boolean;
  readonly onGo: () => void;
}

/** One thread: where it hangs and for whom it is, its comments, and for who may talk: answering and resolving. */
export function ThreadItem({ placed, cited, language, talk, active, onGo }: ThreadItemProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const [words, setWords] = useState("");
  const [replying, setReplying] = useState(false);
  const { thread } = placed;
  const { id, audience, source, resolved, comments } = thread;
  const people = talk.people.filter(
    ({ group, role }) => audience === null || (group === audience && role !== "observer"),
  );
  useEffect(() => {
    if (!active) return;
    if (!root.current?.matches(":hover")) root.current?.scrollIntoView({ block: "nearest" });
    // The box in which it was begun has gone, and the focus with it.
    if (document.activeElement === document.body) root.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [active]);
  const lost = placed.place.on === "orphan" || (placed.place.on === "clause" && placed.place.gone);
  const mayRehang = lost && (talk.mayModerate || comments[0]?.person.id === talk.me);
  /** What was refused has been told of. */
  const did = (act: TalkAct): void => void talk.act(act).catch(() => undefined);
  const take = (act: TalkAct): void => {
    // The button goes with the comment, the last comment with its thread.
    const kept = comments.length > 1 ? root.current : root.current?.closest(".panel-scroller");
    kept?.querySelector("button")?.focus({ preventScroll: true });
    did(act);
  };
  const rehang = (): void => {
    const anchor = talk.anchorHere();
    if (anchor) did({ act: "rehang", thread: id, anchor });
    else notifications.show({ message: t("talk.rehangFirst") });
  };
  const stop = (): void => {
    setReplying(false);
    setWords("");
  };
  const reply = (): void => {
    if (words.trim() === "" || talk.busy) return;
    talk.act({ act: "reply", thread: id, text: words }).then(stop, () => undefined);
  };
  return (
    <article
      ref={root}
      className="card talk-card"
      data-active={active}
      data-testid="thread"
      data-id={id}
      data-audience={audience ?? ""}
      aria-label={t("talk.thread", { place: cited, name: comments[0]?.person.name || t("author.unknown") })}
    >
      <button type="button" className="card-words" onClick={onGo} aria-current={active ? "true" : undefined}>
        <span className="card-head">
          {audience !== null && (
            <Badge size="xs" variant="outline" color="gray" c="var(--mantine-color-text)" radius="sm" tt="none">
              {t("talk.internal", { group: audience })}
            </Badge>
          )}
          {source !== null && (
            <Badge
              size="xs"
              variant="light"
              color="gray"
              c="var(--mantine-color-text)"
              radius="sm"
              tt="none"
              data-testid="thread-source"
            >
              {t("talk.fromFile", { name: source })}
            </Badge>
          )}
          {resolved && (
            <span className="card-agreed">
              {resolved.name === "" ? t("talk.resolvedThere") : t("talk.resolved", { name: resolved.name })}
            </span>
          )}
        </span>
        <ThreadPlace placed={placed} cited={cited} language={language} />
      </button>
      <ul className="comments">
        {comments.map((comment) => {
          const own = talk.mayTalk && comment.person.id === talk.me;
          const away = talk.mayModerate && audience === null;
          const act = own ? "remove" : "takeAway";
          return (
            <CommentItem
              key={comment.id}
              comment={comment}
              own={own}
              people={people}
              busy={talk.busy}
              onEdit={(text) => talk.act({ act: "edit", thread: id, comment: comment.id, text })}
              onDelete={own || away ? () => take({ act, thread: id, comment: comment.id }) : null}
            />
          );
        })}
      </ul>
      {talk.mayTalk && (
        <div className="talk-acts">
          {replying && (
            <WordsBox
              label={t("talk.reply")}
              value={words}
              onChange={setWords}
              people={people}
              onSend={reply}
              onCancel={stop}
              autoFocus
            />
          )}
          <Group gap={6}>
            {replying ? (
              <>
                <Button size="compact-xs" variant="default" onClick={reply} disabled={words.trim() === "" || talk.busy}>
                  {t("talk.send")}
                </Button>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={stop}>
                  {t("talk.cancel")}
                </Button>
              </>
            ) : (
              <>
                <Button size="compact-xs" variant="default" onClick={() => setReplying(true)} data-testid="reply">
                  {t("talk.reply")}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  disabled={talk.busy}
                  onClick={() => did({ act: "resolve", thread: id, resolved: resolved === null })}
                  data-testid="resolve"
                >
                  {t(resolved ? "talk.reopen" : "talk.resolve")}
                </Button>
                {mayRehang && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    disabled={talk.busy}
                    // The selection on the paper is where it will hang.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={rehang}
                    data-testid="rehang"
                  >
                    {t("talk.rehang")}
                  </Button>
                )}
              </>
            )}
          </Group>
        </div>
      )}
    </article>
  );
}
