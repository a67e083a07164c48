import type { Text } from "@plenary/document";
import type * as Y from "yjs";
import { flatClauses } from "./flatClauses.ts";
import { relativeRange } from "./relativeRange.ts";
import type { ClauseRange, ThreadAnchor } from "./threadAnchor.ts";

/** How many units of the clause are kept on either side of a quote. */
const CONTEXT = 32;

/** The anchor of a range of the current text; of its clause when the range is empty or not in the clause. */
export function wordsAnchor(doc: Y.Doc, published: Text, current: Text, range: ClauseRange): ThreadAnchor {
  const anchor = quoteAnchor(flatClauses(current).get(range.clause) ?? "", range);
  return anchor.on === "words" ? { ...anchor, ...relativeRange(doc, published, range) } : anchor;
}

/** The anchor of a range of a clause that says `words`, by these alone; of the clause when there are none in the range. */
export function quoteAnchor(words: string, { clause, from, to }: ClauseRange): ThreadAnchor {
  const quote = words.slice(from, to);
  if (quote.trim() === "") return { on: "clause", clause };
  const prefix = words.slice(Math.max(0, from - CONTEXT), from);
  return { on: "words", clause, quote, prefix, suffix: words.slice(to, to + CONTEXT), start: null, end: null };
}
