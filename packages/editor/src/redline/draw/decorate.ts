import type { ClauseRedline } from "@plenary/diff";
import type { Node } from "@tiptap/pm/model";
import type { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { PageEdit } from "../changedRange.ts";
import { type BlockEdit, blockSet, quick, withBlocks } from "./blockSet.ts";
import { type Ink, draw, drawStray, stateOf } from "./drawBlock.ts";
import type { Alignment, Drawing, Stray } from "../drawings.ts";
import { otherThan } from "./otherThan.ts";

/** What was drawn on a page, and with what. */
export interface Drawn {
  readonly alignment: Alignment;
  readonly ink: Ink;
  readonly set: DecorationSet;
}

/** Draws a whole page anew. */
export function drawAll(doc: Node, alignment: Alignment, ink: Ink): Drawn {
  return { alignment, ink, set: blockSet(doc, decorationsOf(alignment, ink)) };
}

/** All decorations of a page. */
export function decorationsOf(alignment: Alignment, ink: Ink): Decoration[] {
  return [...alignment.drawings.flatMap((drawing) => draw(drawing, ink)), ...strays(alignment, ink)];
}

/**
 * Draws a page after an edit: what stands elsewhere is moved along, and only the blocks that the
 * edit touched or whose redline, state or highlight differs are drawn anew. Equal to
 * {@link drawAll} of the same page.
 */
export function redraw(
  last: Drawn,
  doc: Node,
  edit: PageEdit | null,
  alignment: Alignment,
  ink: Ink,
  composing: Composing = nowhere,
): Drawn {
  if (last.ink.mode !== ink.mode || last.ink.formatting !== ink.formatting || last.ink.published !== ink.published)
    return drawAll(doc, alignment, ink);
  const differ = differing(last.ink, ink);
  const alone = composing.now === null && composing.before === null;
  const edits = alone ? blockEdits(last, alignment, ink, differ) : null;
  const quickly = edits?.length === 0 ? last.set : edits && withBlocks(last.set, edits);
  if (quickly) return { alignment, ink, set: quickly };
  let set = edit ? last.set.map(edit.mapping, doc) : last.set;
  const before = counterparts(last.alignment.drawings, alignment.drawings);
  const stale: Decoration[] = [];
  const fresh: Decoration[] = [];
  for (const [i, drawing] of alignment.drawings.entries()) {
    const was = before[i];
    if (holds(drawing, composing.now)) continue;
    if (
      was &&
      !holds(drawing, composing.before) &&
      sameLook(was, last.ink, drawing, ink, differ) &&
      !touches(drawing, edit)
    )
      continue;
    const other = otherThan(drawing.block.pos, ownDecorations(set, drawing), draw(drawing, ink));
    stale.push(...other.stale);
    fresh.push(...other.fresh);
  }
  const stay =
    alignment.strays === last.alignment.strays &&
    straysStay(alignment.strays, differ) &&
    alignment.strays.every((stray) => isApart(placeOfStray(alignment, stray), edit));
  if (!stay) {
    if (last.alignment.strays.length > 0) stale.push(...set.find(undefined, undefined, isStray));
    fresh.push(...strays(alignment, ink));
  }
  if (stale.length > 0) set = set.remove(stale);
  if (fresh.length > 0) set = set.add(doc, fresh);
  return { alignment, ink, set: quick(set) };
}

/** What to draw anew where clauses of the top level alone have other words or another look; null when it may be more. */
function blockEdits(last: Drawn, { drawings, strays }: Alignment, ink: Ink, differ: Differing): BlockEdit[] | null {
  const before = last.alignment.drawings;
  if (before.length !== drawings.length || strays !== last.alignment.strays || !straysStay(strays, differ)) return null;
  const edits: BlockEdit[] = [];
  let table = 0;
  for (let i = 0; i < drawings.length; i++) {
    const was = before[i]!;
    const is = drawings[i]!;
    const { pos, node, clause } = is.block;
    const isTable = clause.kind === "table";
    if (isTable) table = Math.max(table, pos + node.nodeSize);
    if (node === was.block.node && sameLook(was, last.ink, is, ink, differ)) continue;
    if (isTable || pos < table || clause.id !== was.block.clause.id || was.block.clause.kind === "table") return null;
    edits.push({ was: was.block, now: is.block, decorations: draw(is, ink) });
  }
  return edits;
}

/** Where an input method composes: that clause is left as it is, and drawn anew when it is done. */
export interface Composing {
  /** A position on the page; null for none. */
  readonly now: number | null;
  /** The position while the page was drawn last. */
  readonly before: number | null;
}

const nowhere: Composing = { now: null, before: null };

function holds({ block }: Drawing, pos: number | null): boolean {
  return pos !== null && block.node.type.name === "clause" && block.pos < pos && pos < block.pos + block.node.nodeSize;
}

/** What each drawing was before: the same clause, doubled ids in their order; undefined for a new one. */
function counterparts(before: readonly Drawing[], now: readonly Drawing[]): readonly (Drawing | undefined)[] {
  const sameClauses =
    before.length === now.length && now.every(({ block }, i) => before[i]?.block.clause.id === block.clause.id);
  if (sameClauses) return before;
  const known = byKey(before);
  return [...byKey(now).keys()].map((key) => known.get(key));
}

/** Drawings by clause, doubled ids counted. */
function byKey(drawings: readonly Drawing[]): Map<string, Drawing> {
  const out = new Map<string, Drawing>();
  const doubled = new Map<string, number>();
  for (const drawing of drawings) {
    const { id } = drawing.block.clause;
    const count = doubled.get(id) ?? 0;
    doubled.set(id, count + 1);
    out.set(`${id}\n${count}`, drawing);
  }
  return out;
}

function sameLook(was: Drawing, before: Ink, now: Drawing, ink: Ink, { states, lights }: Differing): boolean {
  if (was.entry !== now.entry || was.gone !== now.gone) return false;
  if (was.joint.length !== now.joint.length || was.joint.some((one, i) => one !== now.joint[i])) return false;
  if (!now.entry) return true;
  if (now.entry.move !== null && before.current !== ink.current) return false;
  // An entry that is the same object has changes of the same identities.
  if (!states && lights.size === 0) return true;
  const same = ({ changes }: ClauseRedline): boolean =>
    changes.every(
      (change) =>
        (!states || stateOf(change, before) === stateOf(change, ink)) &&
        (lights.size === 0 || !lights.has(ink.identityOf(change))),
    );
  return same(now.entry) && now.joint.every(same);
}

/** What may look otherwise though the redline is the same. */
interface Differing {
  /** Whether the states of changes may differ. */
  readonly states: boolean;
  /** The identities that are lit up now and were not, or the other way round. */
  readonly lights: ReadonlySet<string>;
}

function differing(before: Ink, ink: Ink): Differing {
  const lights = [...before.active, ...ink.active].filter((id) => before.active.has(id) !== ink.active.has(id));
  return { states: !(before.undecided && ink.undecided), lights: new Set(lights) };
}

function touches({ block }: Drawing, edit: PageEdit | null): boolean {
  if (!edit) return false;
  const { from, to } = edit.touched;
  return block.pos <= to + 1 && block.pos + block.node.nodeSize >= from - 1;
}

/** What is drawn on a block now, whoever drew it: an edit can stretch a neighbour's decorations over it. */
function ownDecorations(set: DecorationSet, { block }: Drawing): Decoration[] {
  const { pos, node } = block;
  const end = pos + node.nodeSize;
  const isTable = node.type.name === "table";
  return set
    .find(pos, end, (spec) => !isStray(spec) && (spec["table"] === true) === isTable)
    .filter(({ from, to }) => from < end && to > pos);
}

function isStray(spec: { readonly [name: string]: unknown }): boolean {
  return spec["stray"] === true;
}

function strays(alignment: Alignment, ink: Ink): Decoration[] {
  return alignment.strays.flatMap((stray) => drawStray(placeOfStray(alignment, stray), stray.entry, ink));
}

function placeOfStray({ drawings }: Alignment, { after }: Stray): number {
  const before = drawings[after - 1]?.block;
  return before ? before.pos + before.node.nodeSize : 0;
}

/** Whether what has no block stays as it is drawn, however an edit may move it. */
function straysStay(strays: readonly Stray[], { states, lights }: Differing): boolean {
  return strays.length === 0 || (!states && lights.size === 0 && strays.every(({ entry }) => entry.move === null));
}

function isApart(pos: number, edit: PageEdit | null): boolean {
  return edit === null || pos < edit.touched.from - 1 || edit.touched.to + 1 < pos;
}
