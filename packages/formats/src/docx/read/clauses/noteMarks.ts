import { ANCHOR, type Content, concat, flatten, slice } from "@plenary/document";
import { paragraphsOf } from "../blocks/block.ts";
import type { Span } from "../blocks/inline.ts";
import type { NoteBlock, SideBlocks } from "../blocks/readSide.ts";
import { formatNumber } from "../numbering/numberFormat.ts";
import type { Element } from "../xml/element.ts";

/** The marks of the notes by the ids of their references; `typed` are those that stand in the text as words. */
export interface NoteMarks {
  readonly printed: ReadonlyMap<string, string>;
  readonly typed: ReadonlyMap<string, string>;
}

/**
 * The marks of all notes. A typed mark is what the note begins with and what follows the reference; where they do not
 * agree it stays among the words. Typed marks are not counted; endnotes are counted apart, in Roman figures.
 */
export function noteMarks({ body, notes }: SideBlocks, idOf: (element: Element) => string): NoteMarks {
  const following = new Map<string, string>();
  for (const blocks of [body, ...notes.map((note) => note.blocks)]) {
    for (const { content } of paragraphsOf(blocks)) {
      content.forEach((piece, i) => {
        if (piece.type === "anchor") following.set(piece.footnote, flatten(content.slice(i + 1, i + 6)));
      });
    }
  }
  const printed = new Map<string, string>();
  const typed = new Map<string, string>();
  const counts = { footnote: 0, endnote: 0 };
  for (const note of notes) {
    const { element, kind, typed: isTyped } = note.reference;
    const id = idOf(element);
    const mark = isTyped ? typedMark(note, following.get(id) ?? "") : null;
    if (mark !== null) typed.set(id, mark);
    if (!isTyped) counts[kind] += 1;
    printed.set(id, mark ?? formatNumber(counts[kind], kind === "endnote" ? "lowerRoman" : "decimal"));
  }
  return { printed, typed };
}

function typedMark(note: NoteBlock, following: string): string | null {
  const words = flatten(paragraphsOf(note.blocks)[0]?.content ?? []).trimStart();
  const candidates = [words.split("\t")[0] ?? "", words.split(/\s/)[0] ?? ""];
  return (
    candidates.find(
      (mark) => mark !== "" && mark.length <= 12 && !mark.includes(ANCHOR) && following.startsWith(mark),
    ) ?? null
  );
}

/** The places in a content of the typed marks that follow its references. */
export function typedMarks(content: Content, { typed }: NoteMarks): readonly Span[] {
  const cuts: Span[] = [];
  let at = 0;
  for (const piece of content) {
    at += flatten([piece]).length;
    const mark = piece.type === "anchor" ? typed.get(piece.footnote) : undefined;
    if (mark !== undefined) cuts.push({ from: at, to: at + mark.length });
  }
  return cuts;
}

/** A content without these places. */
export function without(content: Content, cuts: readonly Span[]): Content {
  if (cuts.length === 0) return content;
  const starts = [0, ...cuts.map(({ to }) => to)];
  return concat(...starts.map((start, i) => slice(content, start, cuts[i]?.from ?? Infinity)));
}
