import { plainLines } from "@plenary/document";
import { hunksOf } from "./hunksOf.ts";
import type { ClauseRedline, ClauseSymbol, Redline } from "../redline.ts";
import type { Hunk } from "../words/diffText.ts";

/** One printed paragraph of a redline. */
export interface Paragraph {
  readonly symbol: ClauseSymbol;
  readonly hunks: readonly Hunk[];
}

/**
 * The redline as printed paragraphs in document order, those of table cells included; `=` and `-`
 * of all of them join to what the base prints, `=` and `+` to the current text. A moved clause is
 * SUP at its old place and ADD at its new one.
 */
export function paragraphs(redline: Redline): Paragraph[] {
  return redline.clauses.flatMap(paragraphsOf);
}

function paragraphsOf(entry: ClauseRedline): Paragraph[] {
  const { symbol, move, base, current } = entry;
  if (base?.kind !== "table" && current?.kind !== "table")
    return [{ symbol: move === "to" ? "ADD" : symbol, hunks: hunksOf(entry) }];
  if (move === "to" && current)
    return plainLines([current]).map((said) => ({ symbol: "ADD", hunks: said === "" ? [] : [["+", said]] }));
  return entry.rows.flatMap((row) => row.cells.flatMap((cell) => cell.clauses.flatMap(paragraphsOf)));
}
