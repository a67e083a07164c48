import { type Clause, flatten, slice } from "@plenary/document";
import type { ChangeIds } from "./changeId.ts";
import type { AnchorKeys } from "./content/anchorKeys.ts";
import { type MarkRange, markRanges } from "./content/markRanges.ts";
import { segments } from "./content/segments.ts";
import { slideToMarks } from "./content/slideToMarks.ts";
import type { Change, ChangeKind, ClauseRedline, RowRedline, Segment } from "./redline.ts";
import { difference } from "./words/difference.ts";
import type { Range } from "./words/range.ts";

// Most clauses of a text do not change: what they have none of is one object.
const none: readonly never[] = [];

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
  rows: readonly RowRedline[] = none,
  rowChanges: readonly Change[] = none,
): ClauseRedline {
  if (move === null && surelySame(base, current)) {
    const kept: readonly Segment[] = current.content.length > 0 ? [{ op: "=", content: current.content }] : none;
    return { symbol: "NOC", base, current, move, segments: kept, rows, changes: none, precise: true };
  }
  const saidA = flatten(base.content);
  const saidB = flatten(current.content);
  const whole = { fromA: 0, toA: saidA.length, fromB: 0, toB: saidB.length };
  const words = compareWords(base, current, whole, comparison);
  const changes: Change[] = [];
  if (move) changes.push(changeOf("move", base, whole, saidA, saidA, comparison));
  changes.push(...structureChanges(base, current, whole, comparison));
  changes.push(...words.changes, ...rowChanges);
  const changed = changes.length > 0 || rows.some(({ symbol }) => symbol !== "NOC");
  return {
    symbol: changed ? "MOD" : "NOC",
    base,
    current,
    move,
    segments: words.segments,
    rows,
    changes,
    precise: words.precise,
  };
}

/** A change of a clause of the base, with its id. */
export function changeOf(
  kind: ChangeKind,
  base: Clause,
  range: Range,
  deleted: string,
  inserted: string,
  { name }: Comparison,
): Change {
  return { id: name(kind, base.id, deleted, inserted), kind, clause: base.id, ...pick(range), deleted, inserted };
}

/** The changes of what a paired clause is and of its label. */
export function structureChanges(base: Clause, current: Clause, whole: Range, comparison: Comparison): Change[] {
  const out: Change[] = [];
  if (base.kind !== current.kind || base.level !== current.level)
    out.push(changeOf("kind", base, whole, kindName(base, current), kindName(current, base), comparison));
  if (base.label !== current.label)
    out.push(changeOf("label", base, whole, base.label ?? "", current.label ?? "", comparison));
  return out;
}

/** What differs in the words and their formatting between a stretch of one clause and a stretch of another. */
export function compareWords(
  base: Clause,
  current: Clause,
  stretch: Range,
  comparison: Comparison,
): { readonly segments: Segment[]; readonly changes: Change[]; readonly precise: boolean } {
  const { fromA, toA, fromB, toB } = stretch;
  const flatA = comparison.keys.base(base.content);
  const flatB = comparison.keys.current(current.content);
  const { ranges: plain, precise } = difference(
    flatA.slice(fromA, toA),
    flatB.slice(fromB, toB),
    comparison.language,
    comparison.budget,
  );
  const contentA = toA - fromA === flatA.length ? base.content : slice(base.content, fromA, toA);
  const contentB = toB - fromB === flatB.length ? current.content : slice(current.content, fromB, toB);
  const [saidA, saidB] = [flatten(contentA), flatten(contentB)];
  const ranges = slideToMarks(contentA, contentB, plain);
  const changes = inOrder(ranges, markRanges(contentA, contentB, saidA.length, ranges)).map((range) => {
    const placed = {
      fromA: range.fromA + fromA,
      toA: range.toA + fromA,
      fromB: range.fromB + fromB,
      toB: range.toB + fromB,
    };
    return "before" in range
      ? changeOf("marks", base, placed, range.before.join(" "), range.after.join(" "), comparison)
      : changeOf(
          "text",
          base,
          placed,
          saidA.slice(range.fromA, range.toA),
          saidB.slice(range.fromB, range.toB),
          comparison,
        );
  });
  return { segments: segments(contentA, contentB, saidB.length, ranges), changes, precise };
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
