import { Button, Group } from "@mantine/core";
import type { Language } from "@plenary/document";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../language/useNumbers.ts";
import type { Card } from "../../draft/review/cards.ts";
import type { Verdict } from "../../draft/review/useDecide.tsx";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";
import type { ChangeRow } from "./changeRows.ts";

/** What {@link ChangeLine} shows and does; `index` is the row's place in the whole table, its head being 1. */
export interface ChangeLineProps {
  readonly row: ChangeRow;
  readonly index: number;
  readonly language: Language;
  readonly dir: "ltr" | "rtl";
  readonly onGo: (change: string) => void;
  /** Decides on the change; null for who may not. */
  readonly onDecide: ((card: Card, verdict: Verdict) => void) | null;
  /** Whether a decision is on its way. */
  readonly busy: boolean;
}

const verdicts = ["accept", "reject"] as const;

/**
 * One change in the table: where, of what kind, the old words and the new, by whom and when, whether it is agreed, and
 * for who may decide: accept and reject.
 */
export const ChangeLine = memo(function ChangeLine(props: ChangeLineProps) {
  const { row, index, language, dir, onGo, onDecide, busy } = props;
  const { t } = useTranslation();
  const written = useNumbers();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  return (
    <tr aria-rowindex={index} data-change={row.key} data-state={row.state} data-testid="change-line">
      <td className="cell-number">{written(row.number)}</td>
      <th scope="row">
        <button type="button" className="cell-place" onClick={() => onGo(row.key)} data-testid="line-go">
          <bdi lang={row.place === "" ? undefined : language}>{row.place === "" ? t("table.go") : row.place}</bdi>
        </button>
      </th>
      <td>{t(`kind.${row.kind}`)}</td>
      <td lang={language} dir={dir} className="cell-words">
        {row.deleted !== "" && <del>{row.deleted}</del>}
      </td>
      {row.summary === "" ? (
        <td lang={language} dir={dir} className="cell-words">
          {row.inserted !== "" && <ins>{row.inserted}</ins>}
        </td>
      ) : (
        <td>{row.summary}</td>
      )}
      <td>
        <bdi>{row.groups}</bdi>
      </td>
      <td>
        <bdi>{row.people}</bdi>
      </td>
      <td className="cell-time">{row.at !== "" && <time dateTime={row.at}>{time.format(new Date(row.at))}</time>}</td>
      <td>{t(`state.${row.state}`)}</td>
      {onDecide && (
        <td>
          {row.state === "pending" && (
            <Group gap={4} wrap="nowrap">
              {verdicts.map((verdict) => (
                <Button
                  key={verdict}
                  size="compact-xs"
                  variant={verdict === "accept" ? "default" : "subtle"}
                  color="gray"
                  disabled={busy}
                  aria-label={t("card.decide", { verdict: t(`decide.${verdict}`), number: row.number })}
                  onClick={() => onDecide(row.card, verdict)}
                  data-testid={`line-${verdict}`}
                >
                  {t(`decide.${verdict}`)}
                </Button>
              ))}
            </Group>
          )}
        </td>
      )}
    </tr>
  );
});
