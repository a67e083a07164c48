import type { Mark } from "@plenary/document";
import type { WordFile } from "../package/wordFile.ts";
import { type Element, child, isWord } from "../xml/element.ts";
import type { Block } from "./block.ts";
import { type Reference, type Span, createReading } from "./inline.ts";
import { readBlocks } from "./readBlocks.ts";
import type { Side } from "./side.ts";

/** A note that the text refers to, in the order of the references; a note referred to twice is there twice. */
export interface NoteBlock {
  readonly reference: Reference;
  readonly blocks: readonly Block[];
}

/** The document on one side: its body, and the notes that it refers to there. */
export interface SideBlocks {
  readonly body: readonly Block[];
  readonly notes: readonly NoteBlock[];
  /** Where its elements stand, see `SideReading`. */
  readonly spans: ReadonlyMap<Element, Span>;
}

/**
 * Reads the document on one side: all changes rejected, all accepted, or some of them; with the places of all its elements
 * if `traced`.
 */
export function readSide(
  file: WordFile,
  side: Side,
  marksOf: (properties: Element | null) => readonly Mark[],
  idOf: (element: Element) => string,
  traced = false,
): SideBlocks {
  const reading = createReading(side, marksOf, idOf, traced);
  const sources = new Map([...notesOf(file.footnotes, "footnote"), ...notesOf(file.endnotes, "endnote")]);
  const body = readBlocks(child(file.document, "body") ?? file.document, reading, false);
  const notes: NoteBlock[] = [];
  // A note may refer to further notes, which join the end of the queue.
  for (let i = 0; i < reading.references.length; i += 1) {
    const reference = reading.references[i]!;
    const source = sources.get(`${reference.kind} ${reference.note}`);
    reading.fields.stack.length = 0;
    reading.fields.codes = 0;
    notes.push({ reference, blocks: source ? readBlocks(source, reading, true) : [] });
  }
  return { body, notes, spans: reading.spans };
}

function notesOf(parts: readonly Element[], kind: string): [string, Element][] {
  return parts.flatMap((part) =>
    part.children
      .filter((each) => isWord(each, kind))
      .map((each): [string, Element] => [`${kind} ${each.attributes.get("id") ?? ""}`, each]),
  );
}
