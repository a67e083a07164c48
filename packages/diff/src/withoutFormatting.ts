import type { ClauseRedline, ClauseSymbol, RowRedline } from "./redline.ts";

/**
 * A clause as it is shown with formatting left out of view: without its changes of marks, NOC when
 * it has no other. Its words keep the formatting of the current text. The very entry when there is
 * nothing to leave out. The redline itself keeps these changes; accepting all decides them too.
 */
export function withoutFormatting(entry: ClauseRedline): ClauseRedline {
  const changes = entry.changes.filter(({ kind }) => kind !== "marks");
  const rows = entry.rows.map(row);
  if (changes.length === entry.changes.length && same(rows, entry.rows)) return entry;
  return { ...entry, changes, rows, symbol: changes.length > 0 ? entry.symbol : symbolOf(entry.symbol, rows) };
}

function row(one: RowRedline): RowRedline {
  const cells = one.cells.map((cell) => {
    const clauses = cell.clauses.map(withoutFormatting);
    return same(clauses, cell.clauses) ? cell : { ...cell, clauses, symbol: symbolOf(cell.symbol, clauses) };
  });
  return same(cells, one.cells) ? one : { ...one, cells, symbol: symbolOf(one.symbol, cells) };
}

// What was added or suppressed stays so.
function symbolOf(was: ClauseSymbol, parts: readonly { readonly symbol: ClauseSymbol }[]): ClauseSymbol {
  return was === "MOD" && parts.every(({ symbol }) => symbol === "NOC") ? "NOC" : was;
}

function same<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.every((item, i) => item === other[i]);
}
