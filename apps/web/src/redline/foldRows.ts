import type { Clause } from "@plenary/document";

/** Rows to be shown, or a run of untouched ones that are folded; `id` is unique among the stretches. */
export interface Stretch<Row> {
  readonly id: string;
  readonly folded: boolean;
  readonly rows: readonly Row[];
}

/** What folding needs to know of rows. */
export interface Folding<Row> {
  readonly touched: (row: Row) => boolean;
  /** The clause that the row is about; null when it is an added one. */
  readonly clause: (row: Row) => Clause | null;
}

/** What a reader needs to see to know where the rows below stand. */
const heads = new Set<string>(["call", "heading", "annexNumber", "annexTitle"]);

/**
 * The rows in stretches: runs of clauses that nobody touches are folded, but for the last opener or
 * heading before a touched row. Two neighbours are not worth a fold.
 */
export function foldRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { touched, clause }: Folding<Row>,
): readonly Stretch<Row>[] {
  const shown = new Set<number>();
  let head: number | null = null;
  rows.forEach((row, i) => {
    if (touched(row)) {
      shown.add(i);
      if (head !== null) shown.add(head);
    }
    if (heads.has(clause(row)?.kind ?? "")) head = i;
  });
  const out: { id: string; folded: boolean; rows: Row[] }[] = [];
  rows.forEach((row, i) => {
    const last = out.at(-1);
    const folded = !shown.has(i);
    if (last?.folded === folded) last.rows.push(row);
    else out.push({ id: row.id, folded, rows: [row] });
  });
  return out.map((stretch) => (stretch.rows.length < 3 ? { ...stretch, folded: false } : stretch));
}
