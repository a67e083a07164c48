import type { Content } from "@plenary/document";
import type { Element } from "../xml/element.ts";

/**
 * A paragraph as it stands on one side. `sources` are the paragraphs of the file that joined to it, `own` is the one
 * whose mark ends it and whose properties it has.
 */
export interface ParagraphBlock {
  readonly type: "paragraph";
  readonly sources: readonly Element[];
  readonly own: Element;
  readonly content: Content;
}

/** A table as it stands on one side, without the rows and cells that are not there. */
export interface TableBlock {
  readonly type: "table";
  readonly element: Element;
  readonly rows: readonly {
    readonly element: Element;
    readonly cells: readonly { readonly element: Element; readonly blocks: readonly Block[] }[];
  }[];
}

/** What stands in the body, in a cell or in a note. */
export type Block = ParagraphBlock | TableBlock;

/** Every paragraph in document order, those of tables included. */
export function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.type === "paragraph"
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
