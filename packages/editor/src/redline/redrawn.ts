import { type Change, compare } from "@plenary/diff";
import type { Node } from "@tiptap/pm/model";
import { DecorationSet, type EditorView } from "@tiptap/pm/view";
import { blockReader } from "../schema/readBlocks.ts";
import { align } from "./drawings.ts";
import { entries } from "./entries.ts";
import { decorationsOf } from "./draw/decorate.ts";
import { described } from "./draw/otherThan.ts";
import { redlineKey } from "./redlinePlugin.ts";

/** What the paper shows, and what it would show were it drawn anew: every decoration by place, key and attributes. */
export interface Redrawn {
  readonly shown: readonly string[];
  readonly anew: readonly string[];
  /** How many clauses have changes. */
  readonly changed: number;
}

/** Holds what was drawn edit by edit against a page drawn anew; null on a paper without a redline. */
export function redrawn(view: EditorView): Redrawn | null {
  const state = redlineKey.getState(view.state);
  if (!state) return null;
  const { drawn, draft } = state;
  const { doc } = view.state;
  const redline = compare(draft.redline.base, draft.current, { ids: "trusted" });
  // Of the same changes, made anew.
  const ink = { ...drawn.ink, identityOf: ({ id }: Change) => draft.identities.get(id) ?? id };
  const anew = decorationsOf(align(blockReader()(doc).blocks, redline), ink);
  return {
    shown: seen(drawn.set, doc),
    anew: seen(DecorationSet.create(doc, anew), doc),
    changed: entries(redline.clauses).filter(({ changes }) => changes.length > 0).length,
  };
}

/** All decorations by their places, and by those inside each block, of which the view asks. */
function seen(set: DecorationSet, doc: Node): string[] {
  const out = set.find().map(described);
  doc.forEach((node, pos) => {
    const inside = set.forChild(pos, node);
    if (inside instanceof DecorationSet) out.push(...inside.find().map((one) => `${pos} ${described(one)}`));
  });
  return out.toSorted();
}
