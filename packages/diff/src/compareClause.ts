import { type Clause, flatten } from "@plenary/document";
import type { ChangeIds } from "./changeId.ts";
import type { AnchorKeys } from "./content/anchorKeys.ts";
import { type MarkRange, markRanges } from "./content/markRanges.ts";
import { segments } from "./content/segments.ts";
import type { Change, ChangeKind, ClauseRedline, RowRedline, Segment } from "./redline.ts";
import { difference } from "./words/difference.ts";
import type { Range } from "./words/range.ts";

/** What a comparison carries along; made once for each call of `compare`. */
export interface Comparison {
  readonly language: string;
  readonly ids: "trusted" | "by-likeness";
  readonly budget: number | undefined;
  readonly keys: AnchorKeys;
  readonly name: ChangeIds;
}

/** The redline of a paired clause; `rows` are the compared rows and `rowChanges` their changes when it is a table. */
export function compareClause(
  base: Clause,
  current: Clause,
  move: "to" | null,
  comparison: Comparison,
  rows: readonly RowRedline[] = [],
  rowChanges: readonly Change[] = [],
): ClauseRedline {
  // A text that was edited shares the clauses that were not.
  if (base === current && move === null) {
    const kept: readonly Segment[] = base.content.length > 0 ? [{ op: "=", content: base.content }] : [];
    return { symbol: "NOC", base, current, move, segments: kept, rows, changes: [], precise: true };
  }
  const flatA = comparison.keys.base(base.content);
  const flatB = comparison.keys.current(current.content);
  const { ranges, precise } = difference(flatA, flatB, comparison.language, comparison.budget);
  const saidA = flatten(base.content);
  const saidB = flatten(current.content);
  const change = (kind: ChangeKind, range: Range, deleted: string, inserted: string): Change => ({
    id: comparison.name(kind, base.id, deleted, inserted),
    kind,
    clause: base.id,
    ...pick(range),
    deleted,
    inserted,
  });
  const whole = { fromA: 0, toA: saidA.length, fromB: 0, toB: saidB.length };
  const changes: Change[] = [];
  if (move) changes.push(change("move", whole, saidA, saidA));
  if (base.kind !== current.kind || base.level !== current.level)
    changes.push(change("kind", whole, kindName(base, current), kindName(current, base)));
  if (base.label !== current.label) changes.push(change("label", whole, base.label ?? "", current.label ?? ""));
  for (const range of inOrder(ranges, markRanges(base.content, current.content, saidA.length, ranges)))
    changes.push(
      "before" in range
        ? change("marks", range, range.before.join(" "), range.after.join(" "))
        : change("text", range, saidA.slice(range.fromA, range.toA), saidB.slice(range.fromB, range.toB)),
    );
  changes.push(...rowChanges);
  const changed = changes.length > 0 || rows.some(({ symbol }) => symbol !== "NOC");
  return {
    symbol: changed ? "MOD" : "NOC",
    base,
    current,
    move,
    segments: segments(base.content, current.content, saidB.length, ranges),
    rows,
    changes,
    precise,
  };
}

function kindName(one: Clause, other: Clause): string {
  return one.level === other.level ? one.kind : `${one.kind} ${one.level}`;
}

function pick({ fromA, toA, fromB, toB }: Range): Range {
  return { fromA, toA, fromB, toB };
}

function inOrder(words: readonly Range[], marks: readonly MarkRange[]): (Range | MarkRange)[] {
  return [...words, ...marks].sort((one, other) => one.fromB - other.fromB || one.fromA - other.fromA);
}
