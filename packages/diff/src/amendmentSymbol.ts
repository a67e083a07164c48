import type { ClauseSymbol, Redline } from "./redline.ts";

/**
 * What happened to the text as a whole: NOC without a change, ADD when the base is empty, SUP when
 * every clause of the base is suppressed and nothing stands in its stead, MOD otherwise.
 */
export function amendmentSymbol(redline: Redline): ClauseSymbol {
  if (redline.changes.length === 0) return "NOC";
  if (redline.base.clauses.length === 0) return "ADD";
  return redline.clauses.every(({ symbol, move }) => symbol === "SUP" && move === null) ? "SUP" : "MOD";
}
