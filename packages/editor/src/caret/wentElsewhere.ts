import type { Node, ResolvedPos } from "@tiptap/pm/model";

/**
 * Where the words went that a place was in, when another person moved their clause, split it before the place, or joined
 * it to the clause before: the server writes the words anew there and deletes them where they were. `left` is what stands
 * on the new page where they were; null when nothing does. Gives null where they stand as before, or are nowhere.
 */
export function wentElsewhere(old: ResolvedPos, left: Node | null, after: Node): ResolvedPos | null {
  const { parent, parentOffset } = old;
  const said = wordsOf(parent);
  const stay = left && wordsOf(left);
  const sameClause = left?.attrs["id"] === parent.attrs["id"];
  const emptied = stay === "" && said !== "";
  const cutOff = stay === null || emptied || (stay.length < parentOffset && said.startsWith(stay));
  if (sameClause && !cutOff) return null;
  const known = new Set(textblocks(old.doc).map(({ node }) => node));
  const changed = textblocks(after).filter(({ node }) => node !== left && !known.has(node));
  const moved = changed.find(({ node }) => node.attrs["id"] === parent.attrs["id"] && says(node, parent));
  if (moved) return after.resolve(moved.pos + 1 + within(old, moved.node));
  const tail = said.length - parentOffset;
  const taken = changed.find(({ node }) => {
    const words = wordsOf(node);
    return words !== "" && (words.endsWith(said) || (said.endsWith(words) && words.length >= tail));
  });
  return cutOff && said !== "" && taken ? after.resolve(taken.pos + 1 + taken.node.content.size - tail) : null;
}

function textblocks(doc: Node): { readonly node: Node; readonly pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}

/** The words of a clause, one unit for each position. */
function wordsOf(clause: Node): string {
  return clause.textBetween(0, clause.content.size, "", "\uFFFC");
}

function says(clause: Node, before: Node): boolean {
  return clause.content.size > 0 || before.content.size === 0;
}

/** How far into what became of the clause of a place that place is: as far from the end where words before it changed. */
function within({ parent, parentOffset }: ResolvedPos, now: Node): number {
  const start = parent.content.findDiffStart(now.content);
  const ends = parent.content.findDiffEnd(now.content);
  if (start === null || !ends || parentOffset <= start) return Math.min(parentOffset, now.content.size);
  return parentOffset < ends.a ? start : parentOffset + ends.b - ends.a;
}
