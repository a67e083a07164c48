import { Button, Group, Text } from "@mantine/core";
import type { Decision } from "@plenary/collab";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";

/** What {@link Decisions} shows and does. */
export interface DecisionsProps {
  readonly draft: string;
  readonly decisions: readonly Decision[];
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onUndo: (decisions: readonly string[]) => void;
}

/** The latest so many are shown; the files hold all. */
const SHOWN = 200;

/** The log of decisions, the latest first: the words, the verdict, who and when; each can be undone, and all taken out. */
export function Decisions({ draft, decisions, mayDecide, busy, onUndo }: DecisionsProps) {
  const { t } = useTranslation();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  const undone = useMemo(() => new Set(decisions.flatMap(({ undoes }) => undoes ?? [])), [decisions]);
  const file = (format: "csv" | "json"): string =>
    `/api/drafts/${encodeURIComponent(draft)}/decisions/export?format=${format}`;
  return (
    <section aria-label={t("decided.title")} className="panel-scroller" data-testid="decisions">
      <Group gap={6} mb={8}>
        {(["csv", "json"] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={file(format)}
            download
            size="compact-xs"
            variant="default"
            data-testid={`decisions-${format}`}
          >
            {t(`decided.${format}`)}
          </Button>
        ))}
      </Group>
      {decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("decided.empty")}
        </Text>
      )}
      <ul className="decided">
        {decisions
          .slice(-SHOWN)
          .toReversed()
          .map(({ id, act, change, verdict, person, at }) => (
            <li key={id} tabIndex={-1} data-verdict={verdict} data-undone={undone.has(id)}>
              <span className="decided-verdict">{t(`verdict.${verdict}`)}</span>{" "}
              <bdi className="decided-words">
                {change.deleted !== "" && change.deleted !== change.inserted && (
                  <del>{change.deleted.slice(0, 60)}</del>
                )}{" "}
                {change.inserted.slice(0, 60)}
              </bdi>
              <span className="decided-who">
                <bdi>{person.name}</bdi> · <time dateTime={at}>{time.format(new Date(at))}</time>
              </span>
              {mayDecide && act !== undefined && verdict !== "undo" && !undone.has(id) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={busy}
                  onClick={({ currentTarget }) => {
                    // The button goes with what it undoes.
                    currentTarget.closest("li")?.focus();
                    onUndo([id]);
                  }}
                  data-testid="undo"
                >
                  {t("decide.undo")}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {decisions.length > SHOWN && (
        <Text size="xs" c="dimmed">
          {t("decided.more", { count: decisions.length - SHOWN })}
        </Text>
      )}
    </section>
  );
}
