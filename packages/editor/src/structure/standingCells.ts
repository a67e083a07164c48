import { type StandingRow, standingParts } from "@plenary/collab";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";

/** Which rows and cells of a table of the page are part of the text; the others are hidden. */
export function standingOf(table: Node): readonly StandingRow[] {
  return standingParts(
    table.children.map((row) => ({
      id: String(row.attrs["id"]),
      cells: row.children.map((cell) => ({
        id: String(cell.attrs["id"]),
        says: cell.children.some(({ content }) => content.size > 0),
      })),
    })),
  );
}

/** The cells of a table that are not hidden, in reading order; `pos` is where the table begins. */
export function standingCells(table: Node, pos: number): { readonly node: Node; readonly pos: number }[] {
  const standing = standingOf(table);
  const found: { node: Node; pos: number }[] = [];
  table.forEach((row, rowOffset, r) =>
    row.forEach((node, offset, c) => {
      if (standing[r]!.stands && standing[r]!.cells[c]) found.push({ node, pos: pos + 1 + rowOffset + 1 + offset });
    }),
  );
  return found;
}

/** What was selected, without the hidden rows and cells of tables. */
export function withoutHidden({ content, openStart, openEnd }: Slice): Slice {
  const blocks = content.content.map((block) => (block.type.name === "table" ? shownTable(block) : block));
  return new Slice(Fragment.from(blocks), openStart, openEnd);
}

function shownTable(table: Node): Node {
  const standing = standingOf(table);
  const rows = table.children.flatMap((row, r) => {
    const { stands, cells } = standing[r]!;
    return stands ? [row.copy(Fragment.from(row.children.filter((_, c) => cells[c])))] : [];
  });
  return table.copy(Fragment.from(rows));
}
