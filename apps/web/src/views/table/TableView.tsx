import { Button, Group, Text, Title } from "@mantine/core";
import { writeCsv } from "@plenary/formats/csv";
import { IconArrowDown, IconDownload } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../language/useNumbers.ts";
import { BulkDecide } from "../../draft/panels/BulkDecide.tsx";
import { Decisions } from "../../draft/panels/Decisions.tsx";
import { FilterBar } from "../../draft/panels/FilterBar.tsx";
import { useLanguage } from "../../frame/useLanguage.ts";
import { saveFile } from "../../frame/saveFile.ts";
import { ViewFrame } from "../ViewFrame.tsx";
import type { ViewProps } from "../viewProps.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import { type Order, changeRows, columns, sorted } from "./changeRows.ts";

/**
 * All changes of the draft that the filter wants as a table: to sort, to read from cell to cell, to decide, to take out;
 * below it what has been decided, to undo.
 */
export function TableView({ draft, state, record, changes }: ViewProps) {
  const { t } = useTranslation();
  const written = useNumbers();
  const language = useLanguage();
  const { review, count, authors, before, formatting, onFormatting } = changes;
  const decided = useRef<HTMLHeadingElement>(null);
  const [order, setOrder] = useState<Order>({ column: "number", down: false });
  const rows = useMemo(
    () => sorted(changeRows(review.shown, authors), order, language),
    [review.shown, authors, order, language],
  );
  const save = (): void => {
    const heads = columns.map((column) => t(`table.${column}`));
    const lines = rows.map((row) => [
      String(row.number),
      row.place,
      t(`kind.${row.kind}`),
      row.deleted,
      row.summary === "" ? row.inserted : row.summary,
      row.groups,
      row.people,
      row.at,
      t(`state.${row.state}`),
    ]);
    const name = `${draft.number.replaceAll(/[^\w-]+/g, "-")}-changes.csv`;
    saveFile(name, new Blob([writeCsv([heads, ...lines])], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <ViewFrame
      draft={draft}
      title={t("view.table")}
      bar={
        <>
          <div className="table-filter">
            <FilterBar
              filter={review.filter}
              onFilter={review.setFilter}
              choices={review.choices}
              before={before}
              formatting={formatting}
              onFormatting={onFormatting}
            />
          </div>
          <Group gap="sm">
            <Text size="sm" c="dimmed" role="status" data-testid="table-count">
              {rows.length === count ? t("changes.count", { count }) : t("filter.shown", { shown: rows.length, count })}
            </Text>
            <BulkDecide review={review} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowDown size={16} aria-hidden />}
              onClick={() => {
                decided.current?.scrollIntoView();
                decided.current?.focus({ preventScroll: true });
              }}
              data-testid="table-decided"
            >
              {t("decided.title")} · {written(record.decisions.length)}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={save}
              data-testid="table-csv"
            >
              {t("table.csv")}
            </Button>
          </Group>
        </>
      }
    >
      <ChangeTable
        rows={rows}
        language={state.current.language}
        caption={`${t("view.table")}: ${draft.number}`}
        order={order}
        onOrder={setOrder}
        chosen={review.chosen}
        acts={review.acts}
        nothing={t(count > 0 ? "filter.nothing" : "changes.empty")}
      />
      <section className="table-decisions">
        <Title order={2} size="h4" ref={decided} tabIndex={-1} mb="xs">
          {t("decided.title")}
        </Title>
        <Decisions
          draft={draft.id}
          decisions={record.decisions}
          mayDecide={draft.mayDecide}
          busy={review.busy}
          onUndo={review.undo}
        />
      </section>
    </ViewFrame>
  );
}
