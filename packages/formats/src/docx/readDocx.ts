import type { Text } from "@plenary/document";
import { frameHeadLines } from "./read/blocks/frame.ts";
import { type WordChange, readChanges } from "./read/readChanges.ts";
import { type WordComment, readComments } from "./read/readComments.ts";
import { type WordNote, readNotes } from "./read/readNotes.ts";
import { readWord } from "./read/readWord.ts";
import { type StageChanges, changesByStage } from "./read/stages/changesByStage.ts";

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
  /** The lines that stand before the text in a file that was written here and are not part of it. */
  readonly frame: readonly string[];
  /** How the base became the current text, by author and time; empty unless asked for. */
  readonly stages: readonly WordStage[];
}

/**
 * The text after the changes of one author at one time, and of all that were before, are accepted. Ids are those of
 * base and current. Author and date (ISO 8601, as Word writes it) are null when the file does not say them.
 */
export interface WordStage {
  readonly author: string | null;
  readonly date: string | null;
  readonly text: Text;
}

/** What {@link readDocx} may be told. */
export interface ReadDocxOptions {
  /** Whether the numbers that Word computes become labels (as they do unless told), or only typed labels are read. */
  readonly numbering?: "computed" | "typed";
  /**
   * How many stages are read at most, none unless told. When the file has more authors and times, those of one author
   * that follow each other become one with the last of their dates; beyond that, all those of one author.
   */
  readonly stages?: number;
}

/**
 * Reads a Word file (.docx) with its tracked changes. Throws a `DocxError`, whose message says what to do, when the bytes
 * are no such file, are damaged, or go beyond the limits.
 */
export function readDocx(bytes: Uint8Array, options: ReadDocxOptions = {}): WordReading {
  const read = readWord(bytes, { computed: options.numbering !== "typed", traced: false });
  const current = read.current.text;
  const stages = options.stages === undefined ? [] : changesByStage(read.file, options.stages);
  const stageOf = ({ author, date, accepted }: StageChanges, at: number): WordStage => ({
    author,
    date,
    text: at === stages.length - 1 ? current : read.between(accepted),
  });
  return {
    base: read.base.text,
    current,
    changes: readChanges(read.file),
    comments: readComments(read),
    notes: readNotes(read.file),
    frame: frameHeadLines(read.file.document),
    stages: stages.map(stageOf),
  };
}
