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
  if (move === null && surelySame(base, current)) {
    const kept: readonly Segment[] = current.content.length > 0 ? [{ op: "=", content: current.content }] : [];
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

// A text that was edited shares the clauses that were not; most clauses are one run of plain words. What an anchor means
// lies outside its clause.
function surelySame(base: Clause, current: Clause): boolean {
  if (base === current) return base.rows.length === 0 && !base.content.some(({ type }) => type === "anchor");
  if (base.kind !== current.kind || base.level !== current.level || base.label !== current.label) return false;
  const said = plainRun(base);
  return said !== null && said === plainRun(current);
}

function plainRun({ content, rows }: Clause): string | null {
  const piece = content[0];
  const plain = content.length === 1 && rows.length === 0 && piece?.type === "text";
  return plain && (piece.marks?.length ?? 0) === 0 && piece.text !== "" ? piece.text : null;
}
