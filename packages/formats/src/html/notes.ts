import type { Marked, MarkedClause } from "../marked/marked.ts";
import { markedNotes } from "../marked/markedNotes.ts";
import { escapeHtml } from "./escapeHtml.ts";
import type { Reference } from "./inlineHtml.ts";

/** The footnotes of a page: how anchors refer to them, and the name of each one's place. */
export interface Notes {
  readonly reference: Reference;
  /** The place of a footnote that an anchor refers to; null for others, for the ghost of a moved one, and the second time. */
  place(clause: MarkedClause): string | null;
}

/** The footnotes of a marked text, whatever their labels hold. */
export function createNotes(marked: Marked): Notes {
  const notes = markedNotes(marked);
  const referred = new Set<number>();
  const placed = new Set<number>();
  return {
    reference(note, side) {
      const place = referred.has(note) ? "" : ` id="reference-${note}"`;
      referred.add(note);
      return `<sup class="anchor"><a href="#note-${note}"${place}>${escapeHtml(notes.label(note, side))}</a></sup>`;
    },
    place({ note, move }) {
      if (note === null || move === "from" || !notes.anchored.has(note) || placed.has(note)) return null;
      placed.add(note);
      return String(note);
    },
  };
}
