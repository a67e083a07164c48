import { Text, VisuallyHidden } from "@mantine/core";
import { type Language, direction } from "@plenary/document";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CardActs } from "../../draft/cards/ChangeCard.tsx";
import { useChangeList } from "../../draft/cards/list/useChangeList.ts";
import { type Focused, focusSoon } from "../../draft/cards/list/useKeptFocus.ts";
import { ChangeLine } from "./ChangeLine.tsx";
import type { ChangeRow, Column, Order } from "./changeRows.ts";
import { TableHead } from "./TableHead.tsx";
import { TablePages } from "./TablePages.tsx";

/** What {@link ChangeTable} shows and does; `language` is that of the text. */
export interface ChangeTableProps {
  readonly rows: readonly ChangeRow[];
  readonly language: Language;
  readonly caption: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly chosen: ReadonlySet<string>;
  readonly acts: CardActs;
  /** What is said where there is no line. */
  readonly nothing: string;
}

/** So many changes are on one page of the table: few enough to be quick, and all of them there for who hears the page. */
const PAGE = 100;

/**
 * Changes as a table, page by page. The head of a column sorts by it, the clause leads to the change in the text. A line
 * hears the keys of a card and has its menu; a decision on it takes the focus to the next line, as buttons go with it.
 */
export function ChangeTable({ rows, language, caption, order, onOrder, chosen, acts, nothing }: ChangeTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const focused = useRef<Focused | null>(null);
  const [wanted, setPage] = useState(0);
  const last = Math.ceil(rows.length / PAGE) - 1;
  const page = Math.min(wanted, last);
  const first = page * PAGE;
  const shown = rows.slice(first, first + PAGE);
  const cards = useMemo(() => rows.map(({ card }) => card), [rows]);
  const open = useMemo(() => cards.flatMap(({ key, state }) => (state === "pending" ? [key] : [])), [cards]);
  const sort = (column: Column): void => {
    setPage(0);
    onOrder({ column, down: order.column === column && !order.down });
  };
  const focus = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setPage(Math.floor(index / PAGE));
    focusSoon(table, `[data-change="${CSS.escape(row.key)}"] .cell-place`);
  };
  // The line itself may go with the decision.
  const focusBeside = (at: number): void => focus(at + 1 < rows.length ? at + 1 : at - 1);
  const latest = useRef({ rows, focusBeside });
  useEffect(() => {
    latest.current = { rows, focusBeside };
  });
  const ofLines = useMemo(
    (): CardActs => ({
      ...acts,
      onDecide: (card, verdict, part) => {
        acts.onDecide(card, verdict, part);
        // The other half stays to be decided.
        if (part === undefined)
          latest.current.focusBeside(latest.current.rows.findIndex(({ key }) => key === card.key));
      },
    }),
    [acts],
  );
  const { choose, none, around } = useChangeList({
    cards,
    chosen,
    acts,
    focused,
    onFocus: focus,
    onDecided: focusBeside,
    onLeave: ({ key }) => acts.onGo(key),
  });
  const choosing = {
    open: open.length,
    chosen: open.filter((key) => chosen.has(key)).length,
    onAll: (all: boolean) => acts.onChoose(open, all),
  };
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed" ref={none} tabIndex={-1} data-testid="no-changes" {...around}>
        {nothing}
      </Text>
    );
  return (
    <>
      <table className="change-table" ref={table} aria-rowcount={rows.length + 1} data-testid="change-table">
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <TableHead order={order} onSort={sort} choosing={acts.mayDecide ? choosing : null} />
        <tbody {...around}>
          {shown.map((row, i) => (
            <ChangeLine
              key={row.key}
              row={row}
              index={first + i + 2}
              language={language}
              dir={direction(language)}
              chosen={chosen.has(row.key)}
              onChoose={choose}
              acts={ofLines}
            />
          ))}
        </tbody>
      </table>
      <TablePages page={page} last={last} first={first} shown={shown.length} number={rows.length} onPage={setPage} />
    </>
  );
}
