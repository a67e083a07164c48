import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { DraftReading } from "./redline/draftReader.ts";
import { orderRedline, redlineKey } from "./redline/redlinePlugin.ts";

/** Puts the caret at the change with that identity and brings it to the middle of the screen; false when there is no such change. */
export function goTo(view: EditorView, identity: string): boolean {
  const reading = redlineKey.getState(view.state)?.reading;
  if (!reading) return false;
  const pos = positionOf(reading, identity);
  if (pos !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
  orderRedline(view, { lit: identity });
  const drawn = view.dom.querySelector(`[data-change="${CSS.escape(identity)}"]`);
  drawn?.scrollIntoView({ block: "center", behavior: "auto" });
  return pos !== null || drawn !== null;
}

function positionOf({ alignment, draft }: DraftReading, identity: string): number | null {
  for (const { block, entry, gone, joint } of alignment.drawings) {
    const merged = joint.filter((next) => next.joint === "merge");
    const there = entry && !(gone && entry.joint === "merge") ? [entry, ...merged] : [];
    const change = there.flatMap(({ changes }) => changes).find(({ id }) => draft.identities.get(id) === identity);
    if (!change) continue;
    const start = block.pos + 1;
    return start + (["text", "marks", "merge"].includes(change.kind) ? change.fromB : 0);
  }
  return null;
}
