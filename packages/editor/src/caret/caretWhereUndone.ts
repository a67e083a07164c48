import type { Node } from "@tiptap/pm/model";
import { Selection, TextSelection } from "@tiptap/pm/state";
import { besideClause, shownClauses } from "../structure/shownClauses.ts";

/**
 * The caret on a page where something was undone or done again, up to the position `end` of it: behind what came, or
 * where something went; at the end of the clause before where a clause went.
 */
export function caretWhereUndone(doc: Node, end: number): Selection {
  const near = Selection.near(doc.resolve(end), -1);
  const { $head } = near;
  if ($head.depth === 0 || shownClauses(doc).some(({ node }) => node === $head.parent)) return near;
  const beside = besideClause(doc, $head.before(), "start");
  return beside === null ? near : TextSelection.create(doc, beside);
}
