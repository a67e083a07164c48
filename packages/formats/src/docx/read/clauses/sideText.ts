import {
  type Cell,
  type Clause,
  type Content,
  type Text,
  clause,
  concat,
  content,
  flatten,
  lineBreak,
  slice,
} from "@plenary/document";
import { type Block, type ParagraphBlock, type TableBlock, paragraphsOf } from "../blocks/block.ts";
import type { Span } from "../blocks/inline.ts";
import type { NoteBlock, SideBlocks } from "../blocks/readSide.ts";
import type { Element } from "../xml/element.ts";
import type { ParagraphIds } from "./pairParagraphs.ts";
import { noteMarks, typedMarks, without } from "./noteMarks.ts";
import { type ClauseContext, paragraphClause } from "./paragraphClause.ts";
import { itemsUnderCalls } from "./steadyKinds.ts";

/** The paragraph that a clause is, and what of the paragraph's content is not the clause's. */
export interface Origin {
  readonly block: ParagraphBlock;
  readonly clause: Clause;
  /** Whether Word counts the label. */
  readonly counted: boolean;
  /** How many units the typed label and its tab take, after the cuts. */
  readonly label: number;
  /** Typed marks of notes, which are the notes' labels. */
  readonly cuts: readonly Span[];
}

/** The text of one side, with the paragraph of each clause and the note of each footnote, by their ids. */
export interface SideText {
  readonly text: Text;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly notes: ReadonlyMap<string, NoteBlock>;
}

/** The text of one side. Tables left without rows are not part of it. */
export function sideText(
  side: SideBlocks,
  ids: ParagraphIds,
  idOf: (element: Element) => string,
  context: ClauseContext,
): SideText {
  const { body, notes } = side;
  const origins = new Map<string, Origin>();
  const marks = context.computed ? noteMarks(side, idOf) : null;
  const cutsOf = (content: Content): readonly Span[] => (marks ? typedMarks(content, marks) : []);
  const said = (content: Content): Content => without(content, cutsOf(content));
  const clausesOf = (blocks: readonly Block[]): Clause[] =>
    blocks.flatMap((block) => {
      if (block.type === "paragraph") {
        const cuts = cutsOf(block.content);
        const read = paragraphClause({ ...block, content: without(block.content, cuts) }, ids.get(block)!, context);
        const { clause } = read;
        if (clause.content.length === 0 && context.waiting.has(block.own)) return [];
        const label = read.label === "typed" ? (clause.label?.length ?? 0) + 1 : 0;
        origins.set(clause.id, { block, clause, counted: read.label === "counted", label, cuts });
        return [clause];
      }
      return block.rows.length === 0 ? [] : [tableClause(block)];
    });
  const tableClause = (block: TableBlock): Clause =>
    clause("table", [], {
      id: idOf(block.element),
      rows: block.rows.map((row) => ({
        id: idOf(row.element),
        cells: row.cells.map((cell): Cell => ({ id: idOf(cell.element), clauses: clausesOf(cell.blocks) })),
      })),
    });
  const footnotes = notes.map((note) => {
    const id = idOf(note.reference.element);
    const content = said(noteContent(note));
    const mark = marks?.typed.get(id);
    const label = marks?.printed.get(id) ?? null;
    const level = note.reference.kind === "endnote" ? 1 : 0;
    return clause("footnote", mark === undefined ? content : trimmed(content, mark.length), { id, level, label });
  });
  return {
    text: { language: context.language, clauses: [...itemsUnderCalls(clausesOf(body)), ...footnotes] },
    origins,
    notes: new Map(notes.map((note) => [idOf(note.reference.element), note])),
  };
}

/** The paragraphs of a note, broken into lines; the space after its mark is left out. */
function noteContent({ blocks }: NoteBlock): Content {
  const paragraphs = paragraphsOf(blocks).map((block) => block.content);
  const [first = [], ...others] = paragraphs;
  return concat(trimmed(first, 0), ...others.map((other) => concat(content(lineBreak()), other)));
}

/** A content without its first units and without the white space after them. */
function trimmed(given: Content, units: number): Content {
  const flat = flatten(given);
  return slice(given, flat.length - flat.slice(units).trimStart().length, flat.length);
}
