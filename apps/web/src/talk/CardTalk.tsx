import { ActionIcon, Button } from "@mantine/core";
import { changeAnchor } from "@plenary/collab";
import type { Change } from "@plenary/diff";
import { IconMessage } from "@tabler/icons-react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { TalkContext } from "./TalkContext.ts";

/** The slot of a change's card for its threads: opens them, or begins one. */
export function CardTalk({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const talk = useContext(TalkContext);
  if (!talk?.stands(change)) return null;
  const threads = talk.of(change);
  const [first] = threads;
  if (!first && !talk.mayTalk) return null;
  const count = threads.reduce((sum, { thread }) => sum + thread.comments.length, 0);
  const label = t("talk.begin");
  if (!first)
    return (
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        className="card-talk"
        aria-label={label}
        title={label}
        onClick={() => talk.begin(changeAnchor(change))}
        data-testid="card-talk"
        data-count="0"
      >
        <IconMessage size={16} aria-hidden />
      </ActionIcon>
    );
  return (
    <Button
      size="compact-xs"
      variant="light"
      color="yellow"
      c="var(--mantine-color-text)"
      className="card-talk"
      leftSection={<IconMessage size={14} aria-hidden />}
      onClick={() => talk.open(first.thread.id)}
      data-testid="card-talk"
      data-count={count}
    >
      {t("talk.comments", { count })}
    </Button>
  );
}
