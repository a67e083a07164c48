import { compare } from "@plenary/diff";
import type { EditorView } from "@tiptap/pm/view";
import { blockReader } from "../schema/readBlocks.ts";
import { align } from "./drawings.ts";
import { entries } from "./entries.ts";
import { drawAll } from "./draw/decorate.ts";
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
  const anew = drawAll(doc, align(blockReader()(doc).blocks, redline), drawn.ink);
  return {
    shown: drawn.set.find().map(described).toSorted(),
    anew: anew.set.find().map(described).toSorted(),
    changed: entries(redline.clauses).filter(({ changes }) => changes.length > 0).length,
  };
}
