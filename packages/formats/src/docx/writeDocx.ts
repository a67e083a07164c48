import type { Redline } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { markRedline } from "../marked/markRedline.ts";
import { type Seals, cleanSeals, markedSeals } from "../proof/seal.ts";
import { titleOf } from "../titleOf.ts";
import { unchanged } from "../uniform.ts";
import { anchoredFootnotes } from "./write/blocks.ts";
import { blocksXml } from "./write/body.ts";
import { comparisonBody } from "./write/comparison.ts";
import { createNoteBook, footnotesPart } from "./write/footnotes.ts";
import { type Pen, inlineRuns } from "./write/inline.ts";
import { sectionXml, textWidth, zipPackage } from "./write/package.ts";
import { createRevisions, wordDate } from "./write/revisions.ts";
import { namespaces, xmlDeclaration } from "./write/xml.ts";

/**
 * Who signs the tracked changes and when (ISO date), and the file's title; the text's own title unless given. Nothing
 * else than these and the text decides the bytes of the file.
 */
export interface DocxOptions {
  readonly title?: string;
  readonly author: string;
  readonly date: string;
  /** The base that a clean text was amended from, to be proved. */
  readonly base?: Text;
}

/** The clean text as a Word file. Throws when the date is none. */
export function writeDocx(text: Text, options: DocxOptions): Uint8Array {
  return write(unchanged(text), options, cleanSeals(text, options.base), false);
}

/**
 * The redline as a Word file with tracked changes: accepting all of them leaves the current text, rejecting all of
 * them the base. Labels are literal text before a tab, so a changed label is a tracked change too. Throws when the
 * date is none.
 */
export function writeMarkedDocx(redline: Redline, options: DocxOptions): Uint8Array {
  return write(redline, options, markedSeals(redline), true);
}

/** Base and current text side by side in a table; its marks are formatting, not tracked changes. Throws when the date is none. */
export function writeComparisonDocx(redline: Redline, options: DocxOptions): Uint8Array {
  const { language } = redline.current;
  const body = comparisonBody(markRedline(redline));
  return zipPackage({
    language,
    document: `${xmlDeclaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    footnotes: footnotesPart([], language, () => ""),
    title: options.title ?? titleOf(redline.current),
    author: options.author,
    date: wordDate(options.date),
    seals: markedSeals(redline),
    tracking: false,
  });
}

function write(redline: Redline, options: DocxOptions, seals: Seals, tracking: boolean): Uint8Array {
  const { language } = redline.current;
  const date = wordDate(options.date);
  const notes = createNoteBook(redline);
  const pen: Pen = { language, revisions: createRevisions(options.author, date), notes };
  const context = { pen, moves: new Map<string, string>(), anchored: anchoredFootnotes(redline), width: textWidth };
  const body = blocksXml(redline.clauses, "body", context);
  const inNotes: Pen = { ...pen, notes: null };
  return zipPackage({
    language,
    document: `${xmlDeclaration}<w:document ${namespaces}><w:body>${body}${sectionXml(language)}</w:body></w:document>`,
    footnotes: footnotesPart(notes.notes, language, (note) =>
      inlineRuns(note.segments, note.base?.content ?? null, null, inNotes),
    ),
    title: options.title ?? titleOf(redline.current),
    author: options.author,
    date,
    seals,
    tracking,
  });
}
