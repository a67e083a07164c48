/**
 * Added clauses, and rows and cells of tables, are taken away by emptying them and giving them an id of this kind, not by
 * deleting their element: words that somebody else types there meanwhile would go with it. An empty one is not part of
 * the text.
 */
const prefix = "gone-";

/** The id under which an added clause, a row or a cell is no longer part of the text while it says nothing; never the same for two. */
export function goneId(id: string): string {
  return `${prefix}${id}`;
}

/** Whether an id is that of an added clause, a row or a cell that was taken away. */
export function isGone(id: string): boolean {
  return id.startsWith(prefix);
}

/** The id that an added clause, a row or a cell had before it was taken away. */
export function presentId(id: string): string {
  return id.slice(prefix.length);
}
