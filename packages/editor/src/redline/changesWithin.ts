import type { Change } from "@plenary/diff";
import type { Drawing } from "./drawings.ts";

/**
 * The changes that a selection takes in, between two positions of the page: words that came in or went inside it, an
 * added clause of which something is selected, and what happened to clauses that it holds whole.
 */
export function changesWithin(drawings: readonly Drawing[], from: number, to: number): readonly Change[] {
  return drawings.flatMap(({ block: { pos, node }, entry, joint }) => {
    if (!entry || pos + node.nodeSize <= from || to <= pos) return [];
    const [start, end] = [from - pos - 1, to - pos - 1];
    const whole = start <= 0 && node.content.size <= end;
    const merged = joint.filter((next) => next.joint === "merge");
    return [entry, ...merged]
      .flatMap(({ changes }) => changes)
      .filter(({ kind, fromB, toB }) => {
        if (kind === "label") return false;
        if (kind === "add") return whole || (start < node.content.size && end > 0);
        if (kind !== "text" && kind !== "marks") return whole;
        return fromB === toB ? start <= fromB && toB <= end : fromB < end && start < toB;
      });
  });
}
