import { flatten } from "@plenary/document";
import type { EditorView } from "@tiptap/pm/view";
import { oneStep } from "./live/oneStep.ts";
import { blockSaying } from "./redline/blockSaying.ts";

/** Other words for the half-open range [from, to) of a clause's flat content; "" takes the words away. */
export interface ClauseEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Edits a clause as if somebody typed it, in a step of its own that undo takes back; the edits are in order and do not overlap.
 * False, and nothing done, when the clause is not on the paper or no longer says `said` in flat form.
 */
export function editClause(view: EditorView, clause: string, said: string, edits: readonly ClauseEdit[]): boolean {
  const block = blockSaying(view.state, clause);
  if (!block || flatten(block.clause.content) !== said) return false;
  const start = block.pos + 1;
  const { tr } = view.state;
  for (const { from, to, insert } of edits.toReversed()) tr.insertText(insert, start + from, start + to);
  oneStep(view, () => view.dispatch(tr.scrollIntoView()));
  return true;
}
