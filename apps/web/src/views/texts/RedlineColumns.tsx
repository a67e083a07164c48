import type { Redline } from "@plenary/diff";
import { type ReactNode, useMemo } from "react";
import { FoldedRows } from "../../redline/FoldedRows.tsx";
import { type Folding, foldRows } from "../../redline/foldRows.ts";
import { ColumnRow } from "./ColumnRow.tsx";
import { type TextRow, isTouched, textRows } from "./textRows.ts";

/** What {@link RedlineColumns} shows: a redline, the names of its two sides, and the change to light up. */
export interface RedlineColumnsProps {
  readonly redline: Redline;
  readonly heads: readonly [base: string, current: string];
  readonly label: string;
  readonly folded: boolean;
  readonly lit: string | null;
}

const folding: Folding<TextRow> = { touched: isTouched, clause: ({ entry }) => entry.current ?? entry.base };

/** A redline in two columns, clause beside clause; on a narrow screen one is under the other. */
export function RedlineColumns({ redline, heads, label, folded, lit }: RedlineColumnsProps) {
  const rows = useMemo(() => textRows(redline), [redline]);
  const stretches = useMemo(
    () => (folded ? foldRows(rows, folding) : [{ id: "all", folded: false, rows }]),
    [rows, folded],
  );
  const litUp = useMemo(() => (lit === null ? undefined : new Map([[lit, "lit"]])), [lit]);
  const item = (row: TextRow): ReactNode => (
    <ColumnRow
      key={row.id}
      row={row}
      language={redline.current.language}
      {...(litUp && row.changes.includes(lit ?? "") && { classes: litUp })}
    />
  );
  return (
    <div className="columns paper-looks" data-testid="columns">
      <div className="column-heads" aria-hidden>
        {heads.map((head, at) => (
          <span key={at}>{head}</span>
        ))}
      </div>
      <ol className="column-rows" aria-label={label}>
        {stretches.map((stretch) =>
          stretch.folded ? (
            <FoldedRows key={stretch.id} count={stretch.rows.length}>
              {stretch.rows.map(item)}
            </FoldedRows>
          ) : (
            stretch.rows.map(item)
          ),
        )}
      </ol>
    </div>
  );
}
