import { type Change, type Redline, compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { AuthorNames } from "../catalogue/catalogue.ts";
import type { Frame } from "../frame/frame.ts";
import { markRedline } from "../marked/markRedline.ts";
import { type Seals, cleanSeals, markedSeals, wordsAlone } from "../proof/seal.ts";
import { titleOf } from "../titleOf.ts";
import { unchanged } from "../uniform.ts";
import type { WordComment } from "./read/readComments.ts";
import { type WordRead, readWord } from "./read/readWord.ts";
import { type SourceIds, renameRead } from "./source/renameRead.ts";
import { roomOf, withRoom, withoutRoom } from "./source/room.ts";
import { writeInto } from "./source/writeInto.ts";
import { createWordSource } from "./source/wordSource.ts";
import { anchoredFootnotes, settled } from "./write/blocks.ts";
import { type BodyContext, blocksXml } from "./write/body.ts";
import { createCommentBook } from "./write/comments/commentBook.ts";
import { commentLinksPart, commentsPart } from "./write/comments/commentsPart.ts";
import { comparisonBody } from "./write/comparison.ts";
import { frameXml } from "./write/frame.ts";
import { type Note, createNoteBook, notesPart } from "./write/footnotes.ts";
import { type Pen, inlineRuns } from "./write/inline.ts";
import { plainInk } from "./write/ink.ts";
import { corePart, sectionXml, textWidth, zipPackage } from "./write/package/package.ts";
import { createRevisions, wordDate } from "./write/revisions.ts";
import { type ChangeAuthor, createSignatures, signatureOf } from "./write/signatures.ts";
import { namespaces, xmlDeclaration } from "./write/xml.ts";

/**
 * Who signs the tracked changes and when (ISO date), and the file's title; the text's own title unless given. Nothing
 * else than these and the text decides the bytes of the file.
 */
export interface DocxOptions {
  readonly title?: string;
  /** Who signs the changes of which nothing else is known. */
  readonly author: string;
  readonly date: string;
  /** The base that a clean text was amended from, to be proved. */
  readonly base?: Text;
  /** Who made a change and when; null where it is not known. */
  readonly authorOf?: (change: Change) => ChangeAuthor | null;
  /** What is said of authors: the group alone unless told; "none" names nobody and gives no dates. */
  readonly authors?: AuthorNames;
  /** Comments that go along; none unless given. */
  readonly comments?: readonly WordComment[];
  /**
   * The Word file that the text was read from, with the same ids: its styles, numbering, headers, media and everything
   * that did not change stay as they are. Its comments and its people's names do not go along.
   */
  readonly source?: Uint8Array;
  /** How the text calls what has an id in the source; the same unless given. */
  readonly sourceIds?: SourceIds;
  /** What the seals prove: kinds and levels of clauses too unless told, which a source without styles may not hold. */
  readonly proof?: "kinds" | "words";
  /** What stands around the text; nothing unless given. */
  readonly frame?: Frame | null;
}

/** The clean text as a Word file. Throws when the date is none, and a `DocxError` when the source cannot be read. */
export function writeDocx(text: Text, options: DocxOptions): Uint8Array {
  const seals = proved(cleanSeals(text, options.base, options.frame), options);
  if (!options.source) return write(unchanged(text), options, seals, true, null);
  const read = readSource(options.source, options.sourceIds, options.base);
  const room = options.base ? roomOf(read, options.base) : new Set<string>();
  const redline = compare(withoutRoom(read.base.text, room), text, { ids: "trusted" });
  return write(withRoom(redline, read, room), options, seals, true, read);
}

/**
 * The redline as a Word file with tracked changes: accepting all of them leaves the current text, rejecting all of
 * them the base. Typed labels are literal text before a tab, so a changed one is a tracked change too; labels that Word
 * counts in the source stay counted. Throws when the date is none, and a `DocxError` when the source cannot be read.
 */
export function writeMarkedDocx(redline: Redline, options: DocxOptions): Uint8Array {
  const seals = proved(markedSeals(redline, options.frame), options);
  if (!options.source) return write(redline, options, seals, false, null);
  const read = readSource(options.source, options.sourceIds, redline.base);
  return write(withRoom(redline, read, roomOf(read, redline.base)), options, seals, false, read);
}

/** Base and current text side by side in a table; its marks are formatting, not tracked changes. Throws when the date is none. */
export function writeComparisonDocx(redline: Redline, options: DocxOptions): Uint8Array {
  const { language } = redline.current;
  const body = comparisonBody(markRedline(redline));
  return zipPackage({
    language,
    document: `${xmlDeclaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    footnotes: notesPart("footnote", [], language, () => "", null),
    endnotes: null,
    comments: null,
    title: options.title ?? titleOf(redline.current),
    author: options.authors === "none" ? "" : options.author,
    date: wordDate(options.date),
    seals: markedSeals(redline),
    tracking: false,
  });
}

function proved(seals: Seals, { proof }: DocxOptions): Seals {
  return proof === "words" ? wordsAlone(seals) : seals;
}

function readSource(bytes: Uint8Array, ids: SourceIds | undefined, base: Text | undefined): WordRead {
  const read = readWord(bytes, { computed: true, traced: true });
  return ids ? renameRead(read, ids, base ?? read.base.text) : read;
}

function write(
  redline: Redline,
  options: DocxOptions,
  seals: Seals,
  clean: boolean,
  read: WordRead | null,
): Uint8Array {
  const { language } = redline.current;
  const { authors = "group", comments = [] } = options;
  const date = wordDate(options.date);
  const source = read && createWordSource(read, redline);
  const printed: Redline = clean
    ? { ...redline, base: redline.current, clauses: settled(redline.clauses), changes: [] }
    : redline;
  const notes = createNoteBook(printed, source);
  const signature = signatureOf({ person: null, group: options.author, date }, authors);
  const pen: Pen = {
    language,
    revisions: createRevisions(signature, source?.highestId ?? 0),
    signatures: createSignatures(options.authorOf, authors),
    notes,
    source,
    comments: createCommentBook(comments),
    clean,
  };
  const anchored = anchoredFootnotes(printed);
  const context: BodyContext = { pen, moves: new Map(), anchored, width: textWidth };
  const around = options.frame ? frameXml(options.frame, textWidth, source === null) : { before: "", after: "" };
  const body = around.before + blocksXml(printed.clauses, "body", context) + around.after;
  const inNotes: Pen = { ...pen, notes: null };
  const noteRuns = (note: Note): string => {
    const ink = plainInk(language);
    const { changes } = note.entry;
    return inlineRuns(note.segments, { base: note.base?.content ?? null, ink, move: null, changes }, inNotes);
  };
  const part = (kind: "footnote" | "endnote"): string => notesPart(kind, notes.notes, language, noteRuns, source);
  const commented =
    comments.length > 0 ? { comments: commentsPart(comments, language), links: commentLinksPart(comments) } : null;
  const properties = {
    title: options.title ?? titleOf(redline.current),
    author: authors === "none" ? "" : options.author,
    date,
  };
  if (source && options.source) {
    const endnotes = notes.notes.some(({ kind }) => kind === "endnote") ? part("endnote") : null;
    const footnotes = notes.notes.some(({ kind }) => kind === "footnote") ? part("footnote") : null;
    const core = corePart(properties);
    const tracking = !clean;
    const parts = { body, footnotes, endnotes, comments: commented, core, seals, tracking };
    return writeInto(options.source, source, parts);
  }
  return zipPackage({
    language,
    document: `${xmlDeclaration}<w:document ${namespaces}><w:body>${body}${sectionXml(language)}</w:body></w:document>`,
    footnotes: part("footnote"),
    endnotes: notes.notes.some(({ kind }) => kind === "endnote") ? part("endnote") : null,
    comments: commented,
    ...properties,
    seals,
    tracking: !clean,
  });
}
