import { findQuote } from "./findQuote.ts";
import type { RelativeRange } from "./relativeRange.ts";
import type { ClauseRange, ThreadAnchor } from "./threadAnchor.ts";

/**
 * Where an anchor is now: at words or at a change of the current text; at a whole clause, `gone` when only the published
 * text still has it; or nowhere, an orphan, which is shown with its quote at its clause if that is still in either text.
 */
export type Place =
  | ({ readonly on: "words" } & ClauseRange)
  | { readonly on: "change"; readonly clause: string; readonly change: string }
  | { readonly on: "clause"; readonly clause: string; readonly gone: boolean }
  | { readonly on: "orphan"; readonly clause: string | null };

/** A change of the published text, as far as an anchor knows it: a half-open range of the published clause, and words. */
export interface AnchoredChange {
  readonly id: string;
  readonly kind: string;
  readonly clause: string;
  readonly fromA: number;
  readonly toA: number;
  readonly deleted: string;
  readonly inserted: string;
}

/** The text that anchors are looked for in. */
export interface AnchorGround {
  /** The flat contents of the current text's clauses by id; see `flatClauses`. */
  readonly current: ReadonlyMap<string, string>;
  /** The same of the published text. */
  readonly published: ReadonlyMap<string, string>;
  /** All changes from the published to the current text. */
  readonly changes: readonly AnchoredChange[];
  /** Where a relative range is in the live text; see `rangeReader`. */
  readonly rangeOf: (range: RelativeRange) => ClauseRange | null;
}

/** Where an anchor is now. Words are found where exactly the quote stands, and never guessed. */
export function resolveAnchor(anchor: ThreadAnchor, ground: AnchorGround): Place {
  const { current, published } = ground;
  const { clause } = anchor;
  const known = current.has(clause) || published.has(clause);
  const orphan: Place = { on: "orphan", clause: known ? clause : null };
  switch (anchor.on) {
    case "clause":
      return known ? { on: "clause", clause, gone: !current.has(clause) } : orphan;
    case "words": {
      const there = ground.rangeOf(anchor);
      const stands = there && current.get(there.clause)?.slice(there.from, there.to) === anchor.quote;
      const found = stands ? there : findQuote(anchor, current);
      return found ? { on: "words", ...found } : orphan;
    }
    case "change": {
      const change = sameChange(anchor, ground.changes);
      return change ? { on: "change", clause, change: change.id } : orphan;
    }
  }
}

/** Kinds of which a clause has at most one. */
const ofTheWhole: ReadonlySet<string> = new Set(["add", "suppress", "move", "kind", "label"]);
/** Kinds whose ranges do not tell which row or cell it is. */
const ofTables: ReadonlySet<string> = new Set(["row", "column", "cell"]);

/**
 * The change that an anchor was put on: of the same kind, in the same clause, on published words that overlap. Where it
 * only inserts, and in tables, words in common must show that it is the same; of several that would do, the one of
 * equal words.
 */
function sameChange(
  anchor: Extract<ThreadAnchor, { on: "change" }>,
  changes: readonly AnchoredChange[],
): AnchoredChange | null {
  const near = changes.filter(({ kind, clause, fromA, toA, deleted, inserted }) => {
    if (kind !== anchor.kind || clause !== anchor.clause) return false;
    if (ofTheWhole.has(kind)) return true;
    if (ofTables.has(kind)) return alike(anchor.deleted + anchor.inserted, deleted + inserted);
    const [from, to] = [Math.max(fromA, anchor.from), Math.min(toA, anchor.to)];
    return from < to || (from === to && alike(anchor.inserted, inserted));
  });
  if (near.length <= 1) return near[0] ?? null;
  const equal = near.filter(({ deleted, inserted }) => deleted === anchor.deleted && inserted === anchor.inserted);
  return equal.length === 1 ? (equal[0] ?? null) : null;
}

/** Whether one wording grew out of the other: what they begin and end with in common is at least half of the shorter. */
function alike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return false;
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return 2 * (start + end) >= shorter;
}
