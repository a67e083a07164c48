import { type Text, flatten } from "@plenary/document";
import { detectLanguage } from "../text/read/detectLanguage.ts";
import { paragraphsOf } from "./read/blocks/block.ts";
import { createReading, inlines } from "./read/blocks/inline.ts";
import { type SideBlocks, readSide } from "./read/blocks/readSide.ts";
import { findMoves } from "./read/clauses/findMoves.ts";
import { pairParagraphs } from "./read/clauses/pairParagraphs.ts";
import { isTelling } from "./read/clauses/paragraphClause.ts";
import { sideText } from "./read/clauses/sideText.ts";
import { steadyKinds } from "./read/clauses/steadyKinds.ts";
import { createCounter } from "./read/numbering/createCounter.ts";
import { readNumbering } from "./read/numbering/readNumbering.ts";
import { openWordFile } from "./read/package/wordFile.ts";
import { type WordChange, readChanges } from "./read/readChanges.ts";
import { type WordNote, readNotes } from "./read/readNotes.ts";
import { type Styles, readStyles, runMarks } from "./read/styles/readStyles.ts";
import { type Element, child } from "./read/xml/element.ts";

/**
 * A Word file read. `base` is the text with every tracked change rejected, `current` with every one accepted; what is
 * the same paragraph, row or footnote has the same id in both, so they are compared with trusted ids. `changes` are the
 * file's own, by author. `notes` say what the texts do not hold.
 */
export interface WordReading {
  readonly base: Text;
  readonly current: Text;
  readonly changes: readonly WordChange[];
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
  const file = openWordFile(bytes);
  const styles = readStyles(file.styles);
  const lists = readNumbering(file.numbering);
  const marksOf = (properties: Element | null) => runMarks(properties, styles);
  const idOf = createIds();
  const base = readSide(file, "base", marksOf, idOf);
  const current = readSide(file, "current", marksOf, idOf);
  const kept = (paragraph: Element): number => {
    return flatten(
      inlines(
        paragraph,
        createReading("kept", () => [], idOf),
      ),
    ).length;
  };
  const ids = pairParagraphs(base.body, current.body, kept, findMoves(file.document));
  const language = detectLanguage(`${wordsOf(base)}\n${wordsOf(current)}`);
  const styled =
    hasStyleForEachKind(styles) ||
    [base, current].some(({ body }) => paragraphsOf(body).some(({ own }) => isTelling(child(own, "pPr"), styles)));
  const textOf = (side: "base" | "current", blocks: SideBlocks): Text =>
    sideText(blocks, ids, idOf, {
      side,
      language,
      styles,
      lists,
      counter: createCounter(lists),
      computed: options.numbering !== "typed",
      styled,
    });
  const before = textOf("base", base);
  return {
    base: before,
    current: steadyKinds(before, textOf("current", current), styled),
    changes: readChanges(file),
    notes: readNotes(file),
  };
}

/** Whether it is a file that was written here: it has a style even for the fields of the header table. */
function hasStyleForEachKind(styles: Styles): boolean {
  return [...styles.byId.values()].some(({ name }) => name === "headerfield");
}

/** Ids for the tables, rows, cells and footnotes of a file, the same for the same element. */
function createIds(): (element: Element) => string {
  const ids = new Map<Element, string>();
  return (element) => {
    const id = ids.get(element) ?? `e${ids.size + 1}`;
    ids.set(element, id);
    return id;
  };
}

function wordsOf({ body, notes }: SideBlocks): string {
  return [body, ...notes.map(({ blocks }) => blocks)]
    .flatMap((blocks) => paragraphsOf(blocks).map(({ content }) => flatten(content)))
    .join("\n");
}
