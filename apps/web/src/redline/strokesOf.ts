import type { ClauseRedline } from "@plenary/diff";

/** A stretch of a clause's redline with the change that it belongs to; null for words that are kept. */
export interface Stroke {
  readonly segment: ClauseRedline["segments"][number];
  readonly change: string | null;
}

/** The strokes of a clause's redline, each with the id of its change. */
export function strokesOf({ segments, changes }: Pick<ClauseRedline, "segments" | "changes">): readonly Stroke[] {
  // A clause that goes on from the one before it begins where that one ends.
  const joint = changes.find(({ kind }) => kind === "split" || kind === "merge");
  let a = joint?.fromA ?? 0;
  let b = joint?.fromB ?? 0;
  const whole = changes.find(({ kind }) => kind === "add" || kind === "suppress") ?? joint;
  return segments.map((segment): Stroke => {
    const { op } = segment;
    const from = op === "-" ? a : b;
    const length = segment.content.reduce((sum, piece) => sum + (piece.type === "text" ? piece.text.length : 1), 0);
    if (op !== "+") a += length;
    if (op !== "-") b += length;
    if (op === "=") return { segment, change: null };
    const words = changes.find(
      (change) =>
        change.kind === "text" &&
        (op === "-" ? change.fromA <= from && from < change.toA : change.fromB <= from && from < change.toB),
    );
    return { segment, change: (words ?? whole)?.id ?? null };
  });
}
