import { type Clause, type Content, concat, flatten, slice } from "@plenary/document";
import type { Split } from "../edits/edit.ts";
import { type Group, shareOwner } from "../edits/group.ts";
import { byRange } from "../gluedChains.ts";
import type { Names } from "./names.ts";

/** A stretch of a clause's new content, up to the next split; it begins with `split`, made by the amendment `input`. */
interface Stretch {
  readonly content: Content;
  readonly split: Split;
  readonly input: number;
}

/** The content with these groups' words, cut where they split it. */
export function reworded(
  names: Names,
  base: Content,
  groups: readonly Group[],
): { readonly first: Content; readonly others: readonly Stretch[] } {
  const edits = inOrder(groups.filter(({ lead: { effect } }) => effect.type === "words" || effect.type === "split"));
  if (edits.length === 0) return { first: base, others: [] };
  const others: Stretch[] = [];
  let first: Content | null = null;
  let begun: Pick<Stretch, "split" | "input"> | null = null;
  let pieces: Content[] = [];
  let at = 0;
  const end = () => {
    if (begun) others.push({ ...begun, content: concat(...pieces) });
    else first = concat(...pieces);
    pieces = [];
  };
  for (const { lead } of edits) {
    const { effect, change, input } = lead;
    pieces.push(slice(base, at, change.fromA));
    if (effect.type === "words") pieces.push(names.content(input, effect.content));
    if (effect.type === "split") {
      end();
      begun = { split: effect, input };
    }
    at = change.toA;
  }
  pieces.push(slice(base, at, Infinity));
  end();
  return { first: first ?? [], others };
}

/**
 * The clauses that one became, `first` and those that begin with a split. The piece that an amendment
 * kept the base's id for has it, the first of them if there are several; then the first piece has the
 * id that this amendment gave it. A piece of whose words others leave nothing is not made.
 */
export function pieces(names: Names, first: Clause, others: readonly Stretch[]): Clause[] {
  const keeper = others.find(({ split }) => split.clause.id === first.id);
  const head = keeper ? { ...first, id: names.of(keeper.input, keeper.split.first) } : first;
  const rest = others.map(({ split, content, input }): Clause => {
    const { kind, level, label } = split.clause;
    const own = split.clause.id === first.id ? split.first : split.clause.id;
    const id = split === keeper?.split ? first.id : names.of(input, own);
    return { id, kind, level, label, content, rows: [] };
  });
  const all = [head, ...rest];
  const said = all.filter(({ content }) => flatten(content).trim() !== "");
  if (said.length === all.length) return all;
  if (said.some(({ id }) => id === first.id)) return said;
  const [one = head, ...more] = said;
  return [{ ...one, id: first.id }, ...more];
}

// By place in the base. What is inserted at the very point of a split stands before it, but for what the amendment that
// splits says behind it.
function inOrder(groups: readonly Group[]): Group[] {
  const sorted = groups.toSorted(byRange);
  const out: Group[] = [];
  for (let k = 0; k < sorted.length;) {
    const { fromA, toA } = sorted[k]!.lead.change;
    let end = k + 1;
    while (end < sorted.length && isAt(sorted[end]!, fromA, toA)) end++;
    const here = sorted.slice(k, end);
    const split = here.find(({ lead }) => lead.effect.type === "split");
    const behind = (group: Group) => split !== undefined && group !== split && isBehind(group, split);
    out.push(...here.filter((group) => group !== split && !behind(group)));
    if (split) out.push(split);
    out.push(...here.filter(behind));
    k = end;
  }
  return out;
}

function isAt({ lead: { change } }: Group, fromA: number, toA: number): boolean {
  return fromA === toA && change.fromA === fromA && change.toA === toA;
}

function isBehind(group: Group, split: Group): boolean {
  if (!shareOwner(group, split)) return false;
  return group.edits.some(({ input, place }) =>
    split.edits.some((other) => other.input === input && other.place < place),
  );
}
