import { type Clause, type Content, flatten, slice } from "@plenary/document";
import { type Comparison, changeOf, compareWords, structureChanges } from "../compareClause.ts";
import type { Change, ClauseRedline, Segment } from "../redline.ts";
import type { Range } from "../words/range.ts";
import { type Cut, cutWhole } from "./cutWhole.ts";

/** Makes the entries of a split (one base clause) or of a merge (one current clause). */
export type JointMaker = (
  base: readonly Clause[],
  current: readonly Clause[],
  comparison: Comparison,
) => ClauseRedline[];

/** The entries of a split or merge; the words of each piece are compared with its stretch of the whole alone. */
export function compareJoint(
  base: readonly Clause[],
  current: readonly Clause[],
  comparison: Comparison,
): ClauseRedline[] {
  const split = base.length === 1;
  const flatA = base.map(({ content }) => comparison.keys.base(content));
  const flatB = current.map(({ content }) => comparison.keys.current(content));
  const cuts = split ? cutWhole(flatA[0]!, flatB) : cutWhole(flatB[0]!, flatA);
  const stretches = stretchesOf(cuts, (split ? flatA : flatB)[0]!.length);
  return stretches.map((stretch, k) => {
    const one = base[split ? 0 : k]!;
    const other = current[split ? k : 0]!;
    const lengthA = (split ? flatA[0]! : flatA[k]!).length;
    const lengthB = (split ? flatB[k]! : flatB[0]!).length;
    const range: Range = split
      ? { fromA: stretch.from, toA: stretch.to, fromB: 0, toB: lengthB }
      : { fromA: 0, toA: lengthA, fromB: stretch.from, toB: stretch.to };
    const cut = k === 0 ? null : cuts[k - 1]!;
    const own = cut
      ? [jointChange(one, range, cut, split, comparison)]
      : structureChanges(one, other, { fromA: 0, toA: lengthA, fromB: 0, toB: lengthB }, comparison);
    const words = compareWords(one, other, range, comparison);
    return {
      symbol: "MOD",
      base: one,
      current: other,
      move: null,
      ...(cut ? { joint: split ? "split" : "merge" } : {}),
      segments: [...(cut ? space(split ? one : other, cut, split) : []), ...words.segments],
      rows: [],
      changes: [...own, ...words.changes],
      precise: words.precise,
    };
  });
}

function stretchesOf(cuts: readonly Cut[], length: number): Cut[] {
  return [...cuts, { from: length, to: length }].map(({ from }, k) => ({ from: cuts[k - 1]?.to ?? 0, to: from }));
}

function jointChange(base: Clause, { fromA, toA }: Range, cut: Cut, split: boolean, comparison: Comparison): Change {
  const said = flatten(slice(base.content, fromA, toA));
  const range = split
    ? { fromA: cut.from, toA: cut.to, fromB: 0, toB: 0 }
    : { fromA: 0, toA: 0, fromB: cut.from, toB: cut.to };
  return changeOf(split ? "split" : "merge", base, range, said, said, comparison);
}

function space(whole: Clause, { from, to }: Cut, split: boolean): Segment[] {
  const content: Content = slice(whole.content, from, to);
  return content.length === 0 ? [] : [{ op: split ? "-" : "+", content }];
}
