import type { Text } from "@plenary/document";
import type * as Y from "yjs";
import { flatClauses } from "./flatClauses.ts";
import { relativeRange } from "./relativeRange.ts";
import type { ClauseRange, ThreadAnchor } from "./threadAnchor.ts";

/** How many units of the clause are kept on either side of a quote. */
const CONTEXT = 32;

/** The anchor of a range of the current text; of its clause when the range is empty or not in the clause. */
export function wordsAnchor(doc: Y.Doc, published: Text, current: Text, range: ClauseRange): ThreadAnchor {
  const { clause, from, to } = range;
  const words = flatClauses(current).get(clause) ?? "";
  const quote = words.slice(from, to);
  if (quote.trim() === "") return { on: "clause", clause };
  return {
    on: "words",
    clause,
    quote,
    prefix: words.slice(Math.max(0, from - CONTEXT), from),
    suffix: words.slice(to, to + CONTEXT),
    ...relativeRange(doc, published, range),
  };
}
