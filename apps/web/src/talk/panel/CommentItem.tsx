import { Button, Group } from "@mantine/core";
import type { CommentView, Person } from "@plenary/server/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";
import { WordsBox } from "./WordsBox.tsx";

/** What {@link CommentItem} shows and does. */
export interface CommentItemProps {
  readonly comment: CommentView;
  /** Whether the reader wrote it and may still write here. */
  readonly own: boolean;
  readonly people: readonly Person[];
  readonly busy: boolean;
  readonly onEdit: (text: string) => Promise<unknown>;
  /** Takes it away; null for who may not. */
  readonly onDelete: (() => void) | null;
}

/** One comment: who, when, the words as they were typed, with those who are called in bold; what may be done to it. */
export function CommentItem({ comment, own, people, busy, onEdit, onDelete }: CommentItemProps) {
  const { t } = useTranslation();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  const [words, setWords] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const { person, text, at, editedAt } = comment;
  const save = (): void => {
    if (words !== null && words.trim() !== "")
      onEdit(words).then(
        () => setWords(null),
        // What was refused stays in the box; the page has said why.
        () => undefined,
      );
  };
  return (
    <li className="comment" data-testid="comment">
      <p className="comment-head">
        <bdi className="comment-who">{person.name === "" ? t("author.unknown") : person.name}</bdi>
        {person.group !== null && <span className="talk-group">{person.group}</span>}
        <time dateTime={at} className="comment-when">
          {time.format(new Date(at))}
          {editedAt !== null && ` · ${t("talk.edited")}`}
        </time>
      </p>
      {words === null ? (
        <p className="comment-words" dir="auto">
          <CalledWords comment={comment} />
        </p>
      ) : (
        <>
          <WordsBox
            label={t("talk.words")}
            value={words}
            onChange={setWords}
            people={people}
            onSend={save}
            onCancel={() => setWords(null)}
            autoFocus
          />
          <Group gap={6} mt={6}>
            <Button size="compact-xs" variant="default" onClick={save} disabled={busy || words.trim() === ""}>
              {t("talk.save")}
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWords(null)}>
              {t("talk.cancel")}
            </Button>
          </Group>
        </>
      )}
      {words === null && (
        <Group gap={4}>
          {own && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWords(text)}>
              {t("talk.edit")}
            </Button>
          )}
          {onDelete && (
            <Button
              size="compact-xs"
              variant={sure ? "filled" : "subtle"}
              color={sure ? "#b42323" : "gray"}
              disabled={busy}
              onClick={() => (sure ? onDelete() : setSure(true))}
              onBlur={() => setSure(false)}
              data-testid="delete-comment"
            >
              {t(sure ? "talk.deleteSure" : "talk.delete")}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

/** The words, with each call as a piece of its own. */
function CalledWords({ comment: { text, mentions } }: { readonly comment: CommentView }) {
  const pieces = [];
  let at = 0;
  for (const { from, to } of mentions) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), <strong key={from}>{text.slice(from, to)}</strong>);
    at = to;
  }
  return [...pieces, text.slice(at)];
}
