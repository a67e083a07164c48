import { type Text, flatten } from "@plenary/document";
import { detectLanguage } from "../../text/read/detectLanguage.ts";
import { paragraphsOf } from "./blocks/block.ts";
import { reasonsPlaces } from "./blocks/frame.ts";
import { type Span, createReading, inlines } from "./blocks/inline.ts";
import { type SideBlocks, readSide } from "./blocks/readSide.ts";
import type { Side } from "./blocks/side.ts";
import { findMoves } from "./clauses/findMoves.ts";
import { pairParagraphs } from "./clauses/pairParagraphs.ts";
import { isTelling } from "./clauses/paragraphClause.ts";
import { type SideText, sideText } from "./clauses/sideText.ts";
import { steadyKinds } from "./clauses/steadyKinds.ts";
import { createCounter } from "./numbering/createCounter.ts";
import { type List, readNumbering } from "./numbering/readNumbering.ts";
import { type WordFile, openWordFile } from "./package/wordFile.ts";
import { stageIds } from "./stages/stageIds.ts";
import { type Styles, readStyles, runMarks } from "./styles/readStyles.ts";
import { type Element, child } from "./xml/element.ts";

/** One side of a file: its text, and where its clauses and elements stand in the file. */
export interface SideRead extends SideText {
  readonly spans: ReadonlyMap<Element, Span>;
}

/** A Word file read, with what its texts were read from. */
export interface WordRead {
  readonly file: WordFile;
  readonly styles: Styles;
  readonly lists: ReadonlyMap<string, List>;
  readonly base: SideRead;
  readonly current: SideRead;
  /** The tables, rows, cells and references of notes, by their ids. */
  readonly elements: ReadonlyMap<string, Element>;
  /** The text with some of the tracked changes accepted and the others rejected, with the ids of both sides. */
  readonly between: (accepted: ReadonlySet<Element>) => Text;
}

/** How a file is read: whether Word's own numbers become labels, and whether the places of all elements are kept. */
export interface ReadWordOptions {
  readonly computed: boolean;
  readonly traced: boolean;
}

/** Reads both sides of a Word file. Throws a `DocxError`. */
export function readWord(bytes: Uint8Array, { computed, traced }: ReadWordOptions): WordRead {
  const file = openWordFile(bytes);
  const styles = readStyles(file.styles);
  const lists = readNumbering(file.numbering);
  const marksOf = (properties: Element | null) => runMarks(properties, styles);
  const { elements, idOf } = createIds();
  const base = readSide(file, "base", marksOf, idOf, traced);
  const current = readSide(file, "current", marksOf, idOf, traced);
  const kept = (paragraph: Element): number => {
    return flatten(
      inlines(
        paragraph,
        createReading("kept", () => [], idOf),
      ),
    ).length;
  };
  const moves = findMoves(file.document);
  const ids = pairParagraphs(base.body, current.body, kept, moves);
  const language = detectLanguage(`${beginningOf(base)}\n${beginningOf(current)}`);
  const styled =
    hasStyleForEachKind(styles) ||
    [base, current].some(({ body }) => paragraphsOf(body).some(({ own }) => isTelling(child(own, "pPr"), styles)));
  const waiting = reasonsPlaces(file.document);
  const textOf = (side: Side, blocks: SideBlocks, named = ids): SideText =>
    sideText(blocks, named, idOf, {
      waiting,
      side,
      language,
      styles,
      lists,
      counter: createCounter(lists),
      computed,
      styled,
    });
  const before = textOf("base", base);
  const after = textOf("current", current);
  return {
    file,
    styles,
    lists,
    base: { ...before, spans: base.spans },
    current: { ...after, text: steadyKinds(before.text, after.text, styled), spans: current.spans },
    elements,
    between(accepted) {
      const blocks = readSide(file, { accepted }, marksOf, idOf);
      const paired = pairParagraphs(base.body, blocks.body, kept, moves);
      const named = stageIds(blocks.body, paired, { base: base.body, current: current.body, ids });
      return steadyKinds(before.text, textOf({ accepted }, blocks, named).text, styled);
    },
  };
}

/** Whether it is a file that was written here: it has a style even for the fields of the header table. */
function hasStyleForEachKind(styles: Styles): boolean {
  return [...styles.byId.values()].some(({ name }) => name === "headerfield");
}

/** Ids for the tables, rows, cells and footnotes of a file, the same for the same element. */
function createIds() {
  const ids = new Map<Element, string>();
  const elements = new Map<string, Element>();
  const idOf = (element: Element): string => {
    const id = ids.get(element) ?? `e${ids.size + 1}`;
    ids.set(element, id);
    elements.set(id, element);
    return id;
  };
  return { elements, idOf };
}

/** As many characters as tell the language of a text; of a short text all of it, its notes too. */
const telling = 30_000;

function beginningOf({ body, notes }: SideBlocks): string {
  let said = "";
  for (const blocks of [body, ...notes.map(({ blocks }) => blocks)])
    for (const { content } of paragraphsOf(blocks)) {
      if (said.length > telling) return said;
      said += `${flatten(content)}\n`;
    }
  return said;
}
