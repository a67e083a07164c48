import type { Clause } from "@plenary/document";

/**
 * The clauses with the footnotes that stand last in the order of their anchors. As they are where
 * the base's own footnotes, `known`, would change places: then the base has another order.
 */
export function anchorOrder(clauses: readonly Clause[], known: ReadonlySet<string>): readonly Clause[] {
  const anchors = anchorsIn(clauses);
  const end = clauses.findLastIndex(({ kind }) => kind !== "footnote") + 1;
  const place = ({ id }: Clause) => {
    const at = anchors.indexOf(id);
    return at < 0 ? anchors.length : at;
  };
  const footnotes = clauses.slice(end);
  const survivors = footnotes.filter(({ id }) => known.has(id)).map(place);
  if (survivors.slice(1).some((at, i) => at < survivors[i]!)) return clauses;
  return [...clauses.slice(0, end), ...footnotes.sort((one, other) => place(one) - place(other))];
}

function anchorsIn(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ content, rows }) => [
    ...content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : [])),
    ...rows.flatMap(({ cells }) => cells.flatMap((cell) => anchorsIn(cell.clauses))),
  ]);
}
