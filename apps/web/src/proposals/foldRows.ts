import type { WishRow } from "@plenary/diff";

/** Rows to be shown, or a run of untouched ones that are folded; `id` is unique among the stretches. */
export interface Stretch {
  readonly id: string;
  readonly folded: boolean;
  readonly rows: readonly WishRow[];
}

/** What a reader needs to see to know where the rows below stand. */
const heads = new Set<string>(["call", "heading", "annexNumber", "annexTitle"]);

/**
 * The rows in stretches: runs of clauses that nobody touches are folded, but for the last opener or
 * heading before a touched row. Two neighbours are not worth a fold.
 */
export function foldRows(rows: readonly WishRow[]): readonly Stretch[] {
  const shown = new Set<number>();
  rows.forEach(({ wishes }, i) => {
    if (wishes.length === 0) return;
    shown.add(i);
    const head = rows.slice(0, i).findLastIndex(({ base }) => base !== null && heads.has(base.kind));
    if (head !== -1) shown.add(head);
  });
  const out: { id: string; folded: boolean; rows: WishRow[] }[] = [];
  rows.forEach((row, i) => {
    const last = out.at(-1);
    const folded = !shown.has(i);
    if (last?.folded === folded) last.rows.push(row);
    else out.push({ id: row.id, folded, rows: [row] });
  });
  return out.map((stretch) => (stretch.rows.length < 3 ? { ...stretch, folded: false } : stretch));
}
