import { Text } from "@mantine/core";
import type { DraftState } from "@plenary/editor";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../language/useNumbers.ts";
import { outlineOf } from "./outlineOf.ts";
import { showClause } from "./showClause.ts";

/** The titles and calls of the text with counts of changes; choosing one goes to it. */
export function Outline({ state }: { readonly state: DraftState | null }) {
  const { t } = useTranslation();
  const written = useNumbers();
  const lines = useMemo(() => (state ? outlineOf(state.redline) : []), [state]);
  if (state && lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("outline.empty")}
      </Text>
    );
  return (
    <ul className="outline" lang={state?.current.language}>
      {lines.map(({ id, words, call, level, changes }) => (
        <li key={id} style={{ paddingInlineStart: `${level * 0.75}rem` }}>
          <button type="button" data-call={call} onClick={() => showClause(id, "start")}>
            <bdi className="outline-words">{words}</bdi>
            {changes > 0 && (
              <span className="outline-count" aria-label={t("changes.count", { count: changes })}>
                {written(changes)}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
