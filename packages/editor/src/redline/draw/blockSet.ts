import type { Node } from "@tiptap/pm/model";
import { type Decoration, DecorationSet } from "@tiptap/pm/view";

/**
 * What a set of prosemirror-view 1.42 is made of, which its types keep to themselves. To go as soon as
 * `DecorationSet.create` and `map` of prosemirror-view take time by what changed, and `forChild` searches.
 */
interface Parts {
  /** What stands at blocks and between them, by place. */
  readonly local: readonly Placed[];
  /** Per block with decorations inside: where it begins, where it ends, and its own set by places inside it. */
  readonly children: readonly (number | DecorationSet)[];
}

interface Placed extends Decoration {
  readonly inline: boolean;
  copy(from: number, to: number): Placed;
}

/** A block that is drawn anew: where it stood and how long it was, what stands there now and what is drawn on it. */
export interface BlockEdit {
  readonly was: { readonly pos: number; readonly node: Node };
  readonly now: { readonly pos: number; readonly node: Node };
  readonly decorations: readonly Decoration[];
}

/**
 * The view asks for the decorations of every block in turn, and a set of its own looks through all it has for each of
 * them, in time that grows with the square of the text; here they are found at once.
 */
class BlockSet extends DecorationSet {
  declare private readonly children: Parts["children"];
  private next = 0;

  override forChild(place: number, node: Node): DecorationSet {
    if (node.isLeaf) return DecorationSet.empty;
    const { children } = this;
    const from = this.next;
    const isNext = from >= children.length || placeAt(children, from) >= place;
    if (!isNext || (from > 0 && placeAt(children, from - 3) >= place)) this.next = first(children, place);
    if (children[this.next] !== place) return DecorationSet.empty;
    const inner = children[this.next + 2];
    this.next += 3;
    return inner instanceof DecorationSet ? inner : DecorationSet.empty;
  }
}

function placeAt(children: Parts["children"], at: number): number {
  return Number(children[at]);
}

/** Where the entry of the first block is that begins at the place or after it. */
function first(children: Parts["children"], place: number): number {
  let from = 0;
  let to = children.length / 3;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (placeAt(children, 3 * middle) < place) from = middle + 1;
    else to = middle;
  }
  return 3 * from;
}

/** What `DecorationSet.create` makes of decorations of blocks and inside them, at once for each block. */
export function blockSet(doc: Node, decorations: readonly Decoration[]): DecorationSet {
  const inside = new Map<number, Decoration[]>();
  const local: Decoration[] = [];
  const starts: number[] = [];
  doc.forEach((_, pos) => {
    starts.push(pos);
  });
  for (const one of decorations) {
    const at = blockBefore(starts, one.from);
    const start = starts[at] ?? 0;
    if (at === -1 || one.to >= start + doc.child(at).nodeSize) local.push(one);
    else if (!inside.get(at)?.push(one)) inside.set(at, [one]);
  }
  const children: (number | DecorationSet)[] = [];
  for (const at of [...inside.keys()].sort((one, other) => one - other))
    children.push(...child(starts[at]!, doc.child(at), inside.get(at)!));
  return made(local.sort(byPlace), children);
}

/** The last block that begins before the place; -1 when there is none. */
function blockBefore(starts: readonly number[], place: number): number {
  let from = 0;
  let to = starts.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (starts[middle]! < place) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/**
 * The set with these clauses of the top level drawn anew, in their order; all else stays and moves along. Null when
 * words are decorated that stand in no block.
 */
export function withBlocks(set: DecorationSet, edits: readonly BlockEdit[]): DecorationSet | null {
  const { local, children } = partsOf(set);
  if (local.some(({ inline }) => inline)) return null;
  const outer: Decoration[] = [];
  const inner: (number | DecorationSet)[] = [];
  let shift = 0;
  let l = 0;
  let c = 0;
  const upTo = (place: number): void => {
    for (; l < local.length && local[l]!.to <= place; l++)
      outer.push(shift === 0 ? local[l]! : moved(local[l]!, shift));
    for (; c < children.length && placeAt(children, c) < place; c += 3)
      inner.push(placeAt(children, c) + shift, placeAt(children, c + 1) + shift, children[c + 2]!);
  };
  for (const { was, now, decorations } of edits) {
    const end = was.pos + was.node.nodeSize;
    upTo(was.pos);
    while (l < local.length && local[l]!.from < end) l++;
    if (children[c] === was.pos) c += 3;
    outer.push(...decorations.filter(({ from }) => from <= now.pos));
    const within = decorations.filter(({ from }) => from > now.pos);
    inner.push(...child(now.pos, now.node, within));
    shift = now.pos + now.node.nodeSize - end;
  }
  upTo(Number.POSITIVE_INFINITY);
  return made(outer, inner);
}

/** The same decorations, quickly found; for a set that was mapped or added to. */
export function quick(set: DecorationSet): DecorationSet {
  const { local, children } = partsOf(set);
  return set instanceof BlockSet || local.some(({ inline }) => inline) ? set : made(local, children);
}

function partsOf(set: DecorationSet): Parts {
  return Object.assign({ local: [], children: [] }, set);
}

function made(local: readonly Decoration[], children: Parts["children"]): DecorationSet {
  const set: DecorationSet = Reflect.construct(BlockSet, [local, children]);
  return local.length === 0 && children.length === 0 ? DecorationSet.empty : set;
}

/** The entry of a block with these decorations inside; none when there are none. */
function child(pos: number, node: Node, decorations: readonly Decoration[]): readonly (number | DecorationSet)[] {
  const set = DecorationSet.create(
    node,
    decorations.filter(isPlaced).map((one) => moved(one, -pos - 1)),
  );
  return set === DecorationSet.empty ? [] : [pos, pos + node.nodeSize, set];
}

function moved(one: Placed, by: number): Placed {
  return one.copy(one.from + by, one.to + by);
}

function isPlaced(one: Decoration): one is Placed {
  return "copy" in one;
}

function byPlace(one: Decoration, other: Decoration): number {
  return one.from - other.from || one.to - other.to;
}
