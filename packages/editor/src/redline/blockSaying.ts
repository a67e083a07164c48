import type { EditorState } from "@tiptap/pm/state";
import type { Block } from "../schema/pageBlocks.ts";
import { redlineKey } from "./redlinePlugin.ts";

/** The block that stands for a clause of the current text; null when it is not on the paper, and for a table. */
export function blockSaying(state: EditorState, clause: string): Block | null {
  const drawings = redlineKey.getState(state)?.reading.alignment.drawings ?? [];
  const drawing = drawings.find(({ entry, gone }) => !gone && entry?.current?.id === clause);
  return drawing && drawing.block.clause.kind !== "table" ? drawing.block : null;
}
