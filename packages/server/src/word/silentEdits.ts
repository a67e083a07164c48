import { type ClauseRedline, type ClauseSymbol, compare } from "@plenary/diff";
import { type Clause, type Text, flatten, printed } from "@plenary/document";

/** A clause that a Word file changes against the library's base without tracking it. */
export interface SilentEdit {
  readonly symbol: ClauseSymbol;
  /** Whether the words are others, or only kind, number or formatting. */
  readonly words: boolean;
  readonly label: string | null;
  /** What is kept ("="), missing ("-") and new ("+"), in order. */
  readonly segments: readonly { readonly op: "=" | "-" | "+"; readonly text: string }[];
}

/** What a file with this base text (in the published text's ids) changes without tracking it, clause by clause. */
export function silentEdits(published: Text, fileBase: Text): SilentEdit[] {
  return compare(published, fileBase, { ids: "trusted" }).clauses.flatMap(editsOf);
}

function editsOf(entry: ClauseRedline): SilentEdit[] {
  const { symbol, base, current, changes, rows, segments, move } = entry;
  const clause = current ?? base;
  if (!clause || move === "from") return [];
  const inside = rows.flatMap((row) =>
    row.base && row.current
      ? row.cells.flatMap((cell) => cell.clauses.flatMap(editsOf))
      : [rowEdit(row.symbol, (row.current ?? row.base)?.cells.flatMap((cell) => cell.clauses) ?? [])],
  );
  if (clause.kind === "table") return base && current ? inside : [rowEdit(symbol, allIn(clause))];
  if (changes.length === 0) return inside;
  const words = changes.some(({ kind }) => kind !== "kind" && kind !== "label" && kind !== "marks");
  return [
    {
      symbol,
      words,
      label: clause.label,
      segments: segments.map(({ op, content }) => ({ op, text: flatten(content) })),
    },
    ...inside,
  ];
}

function rowEdit(symbol: ClauseSymbol, clauses: readonly Clause[]): SilentEdit {
  const text = clauses.map(printed).join(" | ");
  return { symbol, words: true, label: null, segments: [{ op: symbol === "ADD" ? "+" : "-", text }] };
}

function allIn(clause: Clause): Clause[] {
  return clause.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap((one) => [one, ...allIn(one)])));
}
