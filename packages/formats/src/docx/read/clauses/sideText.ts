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
import { type Block, type TableBlock, paragraphsOf } from "../blocks/block.ts";
import type { NoteBlock, SideBlocks } from "../blocks/readSide.ts";
import type { Element } from "../xml/element.ts";
import type { ParagraphIds } from "./pairParagraphs.ts";
import { noteMarks, withoutTypedMarks } from "./noteMarks.ts";
import { type ClauseContext, paragraphClause } from "./paragraphClause.ts";
import { itemsUnderCalls } from "./steadyKinds.ts";

/** The text of one side. Tables left without rows are not part of it. */
export function sideText(
  side: SideBlocks,
  ids: ParagraphIds,
  idOf: (element: Element) => string,
  context: ClauseContext,
): Text {
  const { body, notes } = side;
  const marks = context.computed ? noteMarks(side, idOf) : null;
  const said = (content: Content): Content => (marks ? withoutTypedMarks(content, marks) : content);
  const clausesOf = (blocks: readonly Block[]): Clause[] =>
    blocks.flatMap((block) => {
      if (block.type === "paragraph") {
        return [paragraphClause({ ...block, content: said(block.content) }, ids.get(block)!, context)];
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
    return clause("footnote", mark === undefined ? content : trimmed(content, mark.length), { id, label });
  });
  return { language: context.language, clauses: [...itemsUnderCalls(clausesOf(body)), ...footnotes] };
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
