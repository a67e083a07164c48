import { Button } from "@mantine/core";
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
  return (
    <Button
      size="compact-xs"
      variant={first ? "light" : "subtle"}
      color={first ? "yellow" : "gray"}
      c={first ? "var(--mantine-color-text)" : "dimmed"}
      ms={6}
      mb={6}
      leftSection={<IconMessage size={14} aria-hidden />}
      onClick={() => (first ? talk.open(first.thread.id) : talk.begin(changeAnchor(change)))}
      data-testid="card-talk"
    >
      {first ? t("talk.comments", { count }) : t("talk.begin")}
    </Button>
  );
}
