import type { Change, ClauseRedline } from "@plenary/diff";
import type { Drawing } from "./drawings.ts";

/** The change at an offset of a block: its words, else what happened to the clause as a whole; null for none. */
export function changeAtCaret({ entry }: Drawing, offset: number): Change | null {
  if (!entry) return null;
  const at = entry.changes.filter(
    ({ kind, fromB, toB }) => (kind === "text" || kind === "marks") && fromB <= offset && offset <= toB,
  );
  // Between two changes the one that begins here, as the next key would extend it.
  const words = at.find(({ kind, fromB }) => kind === "text" && fromB === offset) ?? at[0];
  return words ?? wholeChange(entry);
}

/** What happened to a clause as a whole; null for nothing. */
function wholeChange(entry: ClauseRedline): Change | null {
  const kinds = ["add", "suppress", "move", "kind"];
  return entry.changes.find(({ kind }) => kinds.includes(kind)) ?? null;
}
