import type { Node } from "@tiptap/pm/model";
import { Selection, TextSelection } from "@tiptap/pm/state";
import type { Touched } from "../redline/changedRange.ts";
import { besideClause, shownClauses } from "../structure/shownClauses.ts";

/**
 * The selection on a page where something was undone or done again in the half-open range: as it stands, where that
 * touches the range; else the caret behind what came, or where something went. At the end of the clause before where its
 * clause went.
 */
export function caretWhereUndone(doc: Node, range: Touched, standing: Selection): Selection {
  const touches = standing.from <= range.to && standing.to >= range.from;
  const there = touches ? standing : Selection.near(doc.resolve(range.to), -1);
  const { $head } = there;
  if ($head.depth === 0 || shownClauses(doc).some(({ node }) => node === $head.parent)) return there;
  const beside = besideClause(doc, $head.before(), "start");
  return beside === null ? there : TextSelection.create(doc, beside);
}
