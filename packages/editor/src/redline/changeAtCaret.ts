import type { Change, ClauseRedline } from "@plenary/diff";
import type { Drawing } from "./drawings.ts";

/** The change at an offset of a block: its words, else what happened to the clause as a whole; null for none. */
export function changeAtCaret({ entry, joint }: Drawing, offset: number): Change | null {
  if (!entry) return null;
  const merged = joint.filter((next) => next.joint === "merge");
  const at = [entry, ...merged]
    .flatMap(({ changes }) => changes)
    .filter(({ kind, fromB, toB }) => (kind === "text" || kind === "marks") && fromB <= offset && offset <= toB);
  // Between two changes the one that begins here, as the next key would extend it.
  const words = at.find(({ kind, fromB }) => kind === "text" && fromB === offset) ?? at[0];
  return words ?? wholeChange(entry);
}

/** What happened to a clause as a whole; null for nothing. */
function wholeChange(entry: ClauseRedline): Change | null {
  const kinds = ["add", "suppress", "move", "split", "kind"];
  return entry.changes.find(({ kind }) => kinds.includes(kind)) ?? null;
}
