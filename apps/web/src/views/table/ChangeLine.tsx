import { Group } from "@mantine/core";
import type { Language } from "@plenary/document";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../language/useNumbers.ts";
import { CardMenu } from "../../draft/cards/CardMenu.tsx";
import type { CardActs } from "../../draft/cards/ChangeCard.tsx";
import { ChooseBox } from "../../draft/cards/ChooseBox.tsx";
import { VerdictButtons } from "../../draft/cards/VerdictButtons.tsx";
import type { Choose } from "../../draft/cards/list/useChoosing.ts";
import { localeOf } from "../../language/numbers.ts";
import { useLanguage } from "../../frame/useLanguage.ts";
import type { ChangeRow } from "./changeRows.ts";

/** What {@link ChangeLine} shows and does; `index` is the row's place in the whole table, its head being 1. */
export interface ChangeLineProps {
  readonly row: ChangeRow;
  readonly index: number;
  readonly language: Language;
  readonly dir: "ltr" | "rtl";
  readonly chosen: boolean;
  readonly onChoose: Choose;
  readonly acts: CardActs;
}

/**
 * One change in the table: where, of what kind, the old words and the new, by whom and when, whether it is agreed, and
 * for who may decide: accept and reject.
 */
export const ChangeLine = memo(function ChangeLine(props: ChangeLineProps) {
  const { row, index, language, dir, chosen, onChoose, acts } = props;
  const { t } = useTranslation();
  const written = useNumbers();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "short" });
  return (
    <tr aria-rowindex={index} data-change={row.key} data-state={row.state} data-testid="change-line">
      {acts.mayDecide && (
        <td className="cell-choose">
          {row.state === "pending" && (
            <ChooseBox number={row.number} chosen={chosen} onChoose={(upTo) => onChoose(row.key, upTo)} />
          )}
        </td>
      )}
      <td className="cell-number">{written(row.number)}</td>
      <th scope="row">
        <button type="button" className="cell-place" onClick={() => acts.onGo(row.key)} data-testid="line-go">
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
      {acts.mayDecide && (
        <td>
          {row.state === "pending" && (
            <Group gap={4} wrap="nowrap">
              <VerdictButtons card={row.card} number={row.number} of="line" acts={acts} />
              <CardMenu card={row.card} authors={row.authors} acts={acts} />
            </Group>
          )}
        </td>
      )}
    </tr>
  );
});
