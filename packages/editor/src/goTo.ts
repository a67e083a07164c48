import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { orderRedline, redlineKey } from "./redline/redlinePlugin.ts";

/** Puts the caret at a change and brings it to the middle of the screen; false when there is no such change. */
export function goTo(view: EditorView, changeId: string): boolean {
  const reading = redlineKey.getState(view.state)?.reading;
  if (!reading) return false;
  const pos = positionOf(reading.alignment.drawings, changeId);
  if (pos !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
  orderRedline(view, { lit: changeId });
  const drawn = view.dom.querySelector(`[data-change="${CSS.escape(changeId)}"]`);
  drawn?.scrollIntoView({ block: "center", behavior: "auto" });
  return pos !== null || drawn !== null;
}

function positionOf(
  drawings: NonNullable<ReturnType<typeof redlineKey.getState>>["reading"]["alignment"]["drawings"],
  changeId: string,
): number | null {
  for (const { block, entry } of drawings) {
    const change = entry?.changes.find(({ id }) => id === changeId);
    if (!change) continue;
    const start = block.pos + 1;
    return start + (change.kind === "text" || change.kind === "marks" ? change.fromB : 0);
  }
  return null;
}
