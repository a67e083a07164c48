import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { type Language, direction } from "@plenary/document";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardActs } from "../../draft/panels/ChangeCard.tsx";
import { hearCardKey } from "../../draft/panels/hearCardKey.ts";
import type { Card } from "../../draft/review/cards.ts";
import type { Verdict } from "../../draft/review/useDecide.tsx";
import { ChangeLine } from "./ChangeLine.tsx";
import { type ChangeRow, type Column, type Order, columns } from "./changeRows.ts";

/** What {@link ChangeTable} shows and does; `language` is that of the text. */
export interface ChangeTableProps {
  readonly rows: readonly ChangeRow[];
  readonly language: Language;
  readonly caption: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onGo: (change: string) => void;
  readonly acts: CardActs;
}

/** So many changes are on one page of the table: few enough to be quick, and all of them there for who hears the page. */
const PAGE = 100;

/**
 * Changes as a table, page by page. The head of a column sorts by it, the clause leads to the change in the text. A line
 * hears the keys of a card; a decision takes the focus to the next line, as buttons go with it.
 */
export function ChangeTable({ rows, language, caption, order, onOrder, onGo, acts }: ChangeTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setPage] = useState(0);
  const last = Math.ceil(rows.length / PAGE) - 1;
  const page = Math.min(wanted, last);
  const first = page * PAGE;
  const shown = rows.slice(first, first + PAGE);
  const sort = (column: Column): void => {
    setPage(0);
    onOrder({ column, down: order.column === column && !order.down });
  };
  const focus = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setPage(Math.floor(index / PAGE));
    const place = `[data-change="${CSS.escape(row.key)}"] .cell-place`;
    // A line of another page is there after the next frame.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(place)?.focus());
  };
  // The line itself may go with the decision.
  const focusBeside = (at: number): void => focus(at + 1 < rows.length ? at + 1 : at - 1);
  const decide = (card: Card, verdict: Verdict): void => {
    acts.onDecide(card, verdict);
    focusBeside(rows.findIndex(({ key }) => key === card.key));
  };
  const pressed = (event: KeyboardEvent<HTMLElement>): void =>
    hearCardKey(event, {
      cards: rows.map(({ card }) => card),
      acts,
      onFocus: focus,
      onDecided: focusBeside,
      onLeave: ({ key }) => onGo(key),
    });
  return (
    <>
      <table className="change-table" ref={table} aria-rowcount={rows.length + 1} data-testid="change-table">
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                data-column={column}
                aria-sort={order.column === column ? (order.down ? "descending" : "ascending") : "none"}
              >
                <button type="button" onClick={() => sort(column)} data-testid={`sort-${column}`}>
                  {t(`table.${column}`)}
                  <span aria-hidden className="sort-mark">
                    {order.column === column ? (order.down ? " ▼" : " ▲") : ""}
                  </span>
                </button>
              </th>
            ))}
            {acts.mayDecide && (
              <th scope="col" className="head-decision">
                {t("table.decision")}
              </th>
            )}
          </tr>
        </thead>
        <tbody onKeyDown={pressed}>
          {shown.map((row, i) => (
            <ChangeLine
              key={row.key}
              row={row}
              index={first + i + 2}
              language={language}
              dir={direction(language)}
              onGo={onGo}
              onDecide={acts.mayDecide ? decide : null}
              busy={acts.busy}
            />
          ))}
        </tbody>
      </table>
      {last > 0 && (
        <Group component="nav" gap="sm" mt="md" justify="center" aria-label={t("table.pages")}>
          <Button
            size="xs"
            variant="default"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
            data-testid="page-before"
          >
            {t("table.before")}
          </Button>
          <Text size="sm" role="status" data-testid="page-at">
            {t("table.page", { from: first + 1, to: first + shown.length, number: rows.length })}
          </Text>
          <Button
            size="xs"
            variant="default"
            disabled={page === last}
            onClick={() => setPage(page + 1)}
            data-testid="page-after"
          >
            {t("table.after")}
          </Button>
        </Group>
      )}
    </>
  );
}
