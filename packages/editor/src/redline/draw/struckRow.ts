import type { RowRedline } from "@plenary/diff";
import { flatten } from "@plenary/document";
import { contentDom, element } from "./pieces.ts";

/** A suppressed table or row as it is read: cells of struck words. */
export function struckRow(row: RowRedline): HTMLElement {
  const line = element("tr", "row-suppressed");
  for (const { base } of row.cells) {
    const cell = element("td", "");
    for (const clause of base?.clauses ?? []) {
      const words = element("p", `clause clause-${clause.kind}`);
      const del = element("del", "del");
      del.append(contentDom(clause.content));
      words.append(del);
      cell.append(words);
    }
    line.append(cell);
  }
  return line;
}

/** What a row said, cell by cell, for the key of its drawing. */
export function rowWords(row: RowRedline): string {
  return row.cells
    .map(({ base }) => (base?.clauses ?? []).map(({ content }) => flatten(content)).join("\n"))
    .join("\t");
}
