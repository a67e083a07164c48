import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, type Order, columns } from "./changeRows.ts";

/** What {@link TableHead} shows and does. */
export interface TableHeadProps {
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  /** How many of the open changes are chosen, and chooses all or none; null for who may not decide. */
  readonly choosing: {
    readonly open: number;
    readonly chosen: number;
    readonly onAll: (chosen: boolean) => void;
  } | null;
}

/** The heads of the columns, each sorts by it; for who may decide with a box that chooses all. */
export function TableHead({ order, onSort, choosing }: TableHeadProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {choosing && (
          <td className="cell-choose">
            <Checkbox
              size="xs"
              className="card-select"
              aria-label={t("table.chooseAll")}
              checked={choosing.open > 0 && choosing.chosen === choosing.open}
              indeterminate={choosing.chosen > 0 && choosing.chosen < choosing.open}
              disabled={choosing.open === 0}
              onChange={(event) => choosing.onAll(event.currentTarget.checked)}
              data-testid="choose-all"
            />
          </td>
        )}
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            data-column={column}
            aria-sort={order.column === column ? (order.down ? "descending" : "ascending") : "none"}
          >
            <button type="button" onClick={() => onSort(column)} data-testid={`sort-${column}`}>
              {t(`table.${column}`)}
              <span aria-hidden className="sort-mark">
                {order.column === column ? (order.down ? " ▼" : " ▲") : ""}
              </span>
            </button>
          </th>
        ))}
        {choosing && (
          <th scope="col" className="head-decision">
            {t("table.decision")}
          </th>
        )}
      </tr>
    </thead>
  );
}
