import { type Inline, normalise } from "@plenary/document";
import { type Element, isWord } from "../xml/element.ts";
import type { Block, ParagraphBlock, TableBlock } from "./block.ts";
import { type SideReading, inlines } from "./inline.ts";
import { cellIsGone, markIsGone, rowIsGone, wrapped } from "./side.ts";

/**
 * The blocks inside an element on one side. A paragraph whose mark is not there joins the following paragraph of the
 * same place; before a table or at the end it stays if it says something, in a cell (`whole`) also if nothing else is
 * there. Text boxes follow the paragraph that holds them.
 */
export function readBlocks(parent: Element, reading: SideReading, whole: boolean): Block[] {
  const out: Block[] = [];
  let pending: { readonly sources: Element[]; readonly pieces: Inline[] } | null = null;
  const take = (): ParagraphBlock | null => {
    const taken: ParagraphBlock | null = pending && {
      type: "paragraph",
      sources: pending.sources,
      own: pending.sources.at(-1)!,
      content: normalise(pending.pieces),
    };
    pending = null;
    return taken;
  };
  for (const element of wrapped(parent, ["p", "tbl"], reading.side)) {
    if (isWord(element, "tbl")) {
      const rest = take();
      if (rest && rest.content.length > 0) out.push(rest);
      out.push(readTable(element, reading));
      continue;
    }
    pending ??= { sources: [], pieces: [] };
    pending.sources.push(element);
    for (const piece of inlines(element, reading)) pending.pieces.push(piece);
    const boxes = reading.boxes.splice(0);
    if (!markIsGone(element, reading.side)) {
      const done = take();
      if (done) out.push(done);
    }
    for (const box of boxes) for (const block of readBlocks(box, reading, false)) out.push(block);
  }
  const rest = take();
  if (rest && (rest.content.length > 0 || (whole && out.length === 0))) out.push(rest);
  return out;
}

function readTable(table: Element, reading: SideReading): TableBlock {
  const { side } = reading;
  const rows = wrapped(table, ["tr"], side).filter((row) => !rowIsGone(row, side));
  return {
    type: "table",
    element: table,
    rows: rows.map((row) => ({
      element: row,
      cells: wrapped(row, ["tc"], side)
        .filter((cell) => !cellIsGone(cell, side))
        .map((cell) => ({ element: cell, blocks: readBlocks(cell, reading, true) })),
    })),
  };
}
