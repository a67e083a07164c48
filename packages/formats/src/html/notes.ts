import type { ClauseRedline, Redline } from "@plenary/diff";
import { escapeHtml } from "./escapeHtml.ts";
import type { Reference } from "./inlineHtml.ts";

/** The footnotes of a redline: how anchors refer to them, and the name of each one's place in the page. */
export interface Notes {
  readonly reference: Reference;
  /** The place of a footnote that an anchor has referred to; null for others. */
  place(entry: ClauseRedline): string | null;
}

/** Numbers the footnotes of a redline, whatever their ids and labels hold. */
export function createNotes(redline: Redline): Notes {
  const bases = new Map<string, ClauseRedline>();
  const currents = new Map<string, ClauseRedline>();
  const numbers = new Map<ClauseRedline, number>();
  for (const entry of redline.clauses) {
    if ((entry.base ?? entry.current)?.kind !== "footnote") continue;
    numbers.set(entry, numbers.size + 1);
    if (entry.base) bases.set(entry.base.id, entry);
    if (entry.current) currents.set(entry.current.id, entry);
  }
  const referred = new Set<ClauseRedline>();
  return {
    reference(footnote, side) {
      const entry = (side === "base" ? bases : currents).get(footnote);
      if (!entry) return "";
      const clause = side === "base" ? entry.base : entry.current;
      const number = numbers.get(entry) ?? 0;
      const label = escapeHtml(clause?.label ?? String(number));
      const place = referred.has(entry) ? "" : ` id="reference-${number}"`;
      referred.add(entry);
      return `<sup class="anchor"><a href="#note-${number}"${place}>${label}</a></sup>`;
    },
    place: (entry) => (referred.has(entry) ? String(numbers.get(entry)) : null),
  };
}
