import { Text } from "@mantine/core";
import { type Language, direction } from "@plenary/document";
import type { ClauseEdit } from "@plenary/editor";
import { useTranslation } from "react-i18next";
import { CheckItem } from "./CheckItem.tsx";
import type { BracketChoice } from "./openBrackets.ts";
import type { Checks } from "./useChecks.ts";

/** What {@link ChecksPanel} shows and does. */
export interface ChecksPanelProps {
  readonly checks: Checks;
  readonly language: Language;
  readonly mayWrite: boolean;
  readonly onGo: (clause: string) => void;
  readonly onEdit: (clause: string, said: string, edits: readonly ClauseEdit[]) => void;
}

/** What is to be looked at before a draft goes out: open square brackets, and references that renumbering made stale. */
export function ChecksPanel({ checks, language, mayWrite, onGo, onEdit }: ChecksPanelProps) {
  const { t } = useTranslation();
  const { brackets, references, places } = checks;
  const look = { language, dir: direction(language), onGo, places };
  const name = ({ kind, words }: BracketChoice): string =>
    kind === "take" ? t("checks.take", { words: shortened(words) }) : t(`checks.${kind}`);
  return (
    <section className="panel-scroller" aria-label={t("checks.title")} data-testid="checks">
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
            {references.map((found) => (
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
                onEdit={onEdit}
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
            {brackets.map((found) => (
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
                onEdit={onEdit}
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
