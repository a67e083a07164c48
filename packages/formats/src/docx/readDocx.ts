import type { Text } from "@plenary/document";
import { type WordChange, readChanges } from "./read/readChanges.ts";
import { type WordComment, readComments } from "./read/readComments.ts";
import { type WordNote, readNotes } from "./read/readNotes.ts";
import { readWord } from "./read/readWord.ts";

/**
 * A Word file read. `base` is the text with every tracked change rejected, `current` with every one accepted; what is
 * the same paragraph, row or footnote has the same id in both, so they are compared with trusted ids. `changes` are the
 * file's own, by author; `comments` its comments, by author. `notes` say what the texts do not hold.
 */
export interface WordReading {
  readonly base: Text;
  readonly current: Text;
  readonly changes: readonly WordChange[];
  readonly comments: readonly WordComment[];
  readonly notes: readonly WordNote[];
}

/** What {@link readDocx} may be told. */
export interface ReadDocxOptions {
  /** Whether the numbers that Word computes become labels (as they do unless told), or only typed labels are read. */
  readonly numbering?: "computed" | "typed";
}

/**
 * Reads a Word file (.docx) with its tracked changes. Throws a `DocxError`, whose message says what to do, when the bytes
 * are no such file, are damaged, or go beyond the limits.
 */
export function readDocx(bytes: Uint8Array, options: ReadDocxOptions = {}): WordReading {
  const read = readWord(bytes, { computed: options.numbering !== "typed", traced: false });
  return {
    base: read.base.text,
    current: read.current.text,
    changes: readChanges(read.file),
    comments: readComments(read),
    notes: readNotes(read.file),
  };
}
