import type { CellRedline, RowRedline } from "@plenary/diff";
import { flatten } from "@plenary/document";
import { contentDom, element } from "./pieces.ts";

/** A suppressed table or row as it is read: cells of struck words. */
export function struckRow(row: RowRedline): HTMLElement {
  const line = element("tr", "row-suppressed");
  line.append(...row.cells.map((cell) => struckCell(cell, "")));
  return line;
}

/** A suppressed cell as it is read, of this class; empty when the base has no cell there. */
export function struckCell({ base }: CellRedline, className: string): HTMLElement {
  const cell = element("td", className);
  for (const clause of base?.clauses ?? []) {
    const words = element("p", `clause clause-${clause.kind}`);
    const del = element("del", "del");
    del.append(contentDom(clause.content));
    words.append(del);
    cell.append(words);
  }
  return cell;
}

/** What a cell said, for the key of its drawing. */
export function cellWords({ base }: CellRedline): string {
  return (base?.clauses ?? []).map(({ content }) => flatten(content)).join("\n");
}

/** What a row said, cell by cell, for the key of its drawing. */
export function rowWords(row: RowRedline): string {
  return row.cells.map(cellWords).join("\t");
}
