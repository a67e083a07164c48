import { isGone } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";
import { standingCells } from "./standingCells.ts";

/** The clauses of a page that are not taken out, those of cells too, in reading order; `pos` is where one begins. */
export function shownClauses(doc: Node): { readonly node: Node; readonly pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  const look = (node: Node, pos: number): void => {
    if (node.content.size > 0 || !isGone(String(node.attrs["id"]))) found.push({ node, pos });
  };
  doc.forEach((block, pos) => {
    if (block.type.name === "clause") look(block, pos);
    else
      for (const cell of standingCells(block, pos))
        cell.node.forEach((node, offset) => look(node, cell.pos + 1 + offset));
  });
  return found;
}

/** The end of the clause before a position, or the start of the one behind it, else the other; null without any. */
export function besideClause(doc: Node, pos: number, edge: "start" | "end"): number | null {
  const shown = shownClauses(doc);
  const previous = shown.findLast((clause) => clause.pos < pos);
  const before = previous ? previous.pos + previous.node.nodeSize - 1 : null;
  const next = shown.find((clause) => clause.pos > pos);
  const after = next ? next.pos + 1 : null;
  return edge === "start" ? (before ?? after) : (after ?? before);
}
