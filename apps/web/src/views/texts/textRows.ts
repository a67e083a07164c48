import type { ClauseRedline, Redline } from "@plenary/diff";

/** One clause of a compared text; `id` is unique and stays while the clause does. */
export interface TextRow {
  readonly id: string;
  readonly entry: ClauseRedline;
  /** Whether the clause stands in the base, and in the current text, at this place. */
  readonly base: boolean;
  readonly current: boolean;
  /** The ids of the changes of the row, those in cells included; labels that follow from structure are none. */
  readonly changes: readonly string[];
}

const known = new WeakMap<ClauseRedline, TextRow>();

/** The clauses of a redline in reading order, a moved one at both of its places; the same row for the same entry. */
export function textRows({ clauses }: Pick<Redline, "clauses">): readonly TextRow[] {
  return clauses.map((entry) => {
    const there = known.get(entry);
    if (there) return there;
    const { base, current, move, joint } = entry;
    const row = {
      id: `${move ?? joint ?? ""} ${base?.id ?? ""} ${current?.id ?? ""}`,
      entry,
      base: base !== null && move !== "to",
      current: current !== null && move !== "from",
      changes: changesIn(entry),
    };
    known.set(entry, row);
    return row;
  });
}

function changesIn({ changes, rows, base, current }: ClauseRedline): string[] {
  const own = changes.filter(({ kind }) => kind !== "label").map(({ id }) => id);
  if (base === null || current === null) return own;
  return [...own, ...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.clauses.flatMap(changesIn)))];
}

/** How many changes a redline has; labels that follow from structure are none. */
export function countChanges({ changes }: Pick<Redline, "changes">): number {
  return changes.filter(({ kind }) => kind !== "label").length;
}

/** Whether anything is to be seen of a row, beside a label that follows from structure. */
export function isTouched({ entry, changes }: TextRow): boolean {
  return changes.length > 0 || entry.symbol !== "NOC" || entry.move !== null;
}
