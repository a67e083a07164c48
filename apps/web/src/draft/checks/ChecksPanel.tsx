import { Text } from "@mantine/core";
import { type Language, direction } from "@plenary/document";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CheckItem, type CheckItemProps } from "./CheckItem.tsx";
import type { BracketChoice } from "./openBrackets.ts";
import type { Checks } from "./useChecks.ts";

/** What {@link ChecksPanel} shows and does. */
export interface ChecksPanelProps {
  readonly checks: Checks;
  readonly language: Language;
  readonly mayWrite: boolean;
  readonly onGo: (clause: string) => void;
  /** Settles what was found; whether that was done. */
  readonly onEdit: (...edit: Parameters<CheckItemProps["onEdit"]>) => boolean;
}

/**
 * What is to be looked at before a draft goes out: open square brackets, and references that renumbering made stale.
 * What is settled goes from the list, and the focus to what took its place.
 */
export function ChecksPanel({ checks, language, mayWrite, onGo, onEdit }: ChecksPanelProps) {
  const { t } = useTranslation();
  const { brackets, references, places } = checks;
  const panel = useRef<HTMLElement>(null);
  const settled = useRef<{ readonly at: number; readonly before: Checks } | null>(null);
  useEffect(() => {
    if (settled.current === null || settled.current.before === checks || !panel.current) return;
    const left = panel.current.querySelectorAll("li");
    const next = left[Math.min(settled.current.at, left.length - 1)];
    settled.current = null;
    const act = next?.querySelector<HTMLElement>("[data-act]") ?? next?.querySelector("button");
    (act ?? panel.current).focus();
  }, [checks]);
  const edit =
    (at: number): CheckItemProps["onEdit"] =>
    (...wanted) => {
      settled.current = { at, before: checks };
      if (!onEdit(...wanted)) settled.current = null;
    };
  const look = { language, dir: direction(language), onGo, places };
  const name = ({ kind, words }: BracketChoice): string =>
    kind === "take" ? t("checks.take", { words: shortened(words) }) : t(`checks.${kind}`);
  return (
    <section ref={panel} tabIndex={-1} className="panel-scroller" aria-label={t("checks.title")} data-testid="checks">
      {brackets.length + references.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("checks.none")}
        </Text>
      )}
      {references.length > 0 && (
        <>
          <Text component="h2" size="xs" fw={600} c="dimmed" my={6}>
            {t("checks.references", { count: references.length })}
          </Text>
          <ul className="checks">
            {references.map((found, at) => (
              <CheckItem
                key={`${found.clause} ${found.from}`}
                found={found}
                look={look}
                note={found.now === null ? t("checks.lost") : ""}
                acts={
                  mayWrite && found.now !== null
                    ? [{ name: t("checks.rewrite", { words: found.now }), id: "rewrite", edits: found.edits }]
                    : []
                }
                onEdit={edit(at)}
              />
            ))}
          </ul>
        </>
      )}
      {brackets.length > 0 && (
        <>
          <Text component="h2" size="xs" fw={600} c="dimmed" my={6}>
            {t("checks.brackets", { count: brackets.length })}
          </Text>
          <ul className="checks">
            {brackets.map((found, at) => (
              <CheckItem
                key={`${found.clause} ${found.from}`}
                found={found}
                look={look}
                note={found.choices.length === 0 ? t("checks.unpaired") : ""}
                acts={
                  mayWrite
                    ? found.choices.map((choice) => ({ name: name(choice), id: choice.kind, edits: choice.edits }))
                    : []
                }
                onEdit={edit(references.length + at)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
