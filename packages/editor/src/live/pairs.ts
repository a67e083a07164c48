import { goneId } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";

/**
 * Which child of a node of the page each child of what it became was: its index, null for one that came. Children are
 * known by their kind and id, in the order in which they stand; between those that are, as many of a kind as went are
 * taken for the ones that came, so that what another person writes in them meanwhile stays.
 */
export function pairs(before: Node, now: Node): (number | null)[] {
  const was: (number | null)[] = Array.from({ length: now.childCount }, () => null);
  const [from, to] = [before.childCount, now.childCount];
  let head = 0;
  while (head < from && head < to && isSame(before.child(head), now.child(head))) was[head] = head++;
  let tail = 0;
  while (tail < from - head && tail < to - head && isSame(before.child(from - 1 - tail), now.child(to - 1 - tail)))
    was[to - ++tail] = from - tail;
  let next = head;
  for (let i = head; i < to - tail; i++) {
    let at = next;
    while (at < from - tail && !isSame(before.child(at), now.child(i))) at++;
    if (at === from - tail) continue;
    was[i] = at;
    next = at + 1;
  }
  let [start, last] = [0, 0];
  for (let i = 0; i <= to; i++) {
    const at = i === to ? from : (was[i] ?? null);
    if (at === null) continue;
    for (let came = start; came < i && last < at; came++, last++)
      if (before.child(last).type === now.child(came).type) was[came] = last;
    [start, last] = [i + 1, at + 1];
  }
  return was;
}

function isSame(was: Node, is: Node): boolean {
  if (was === is) return true;
  const { id } = was.attrs;
  return was.type === is.type && (is.attrs["id"] === id || is.attrs["id"] === goneId(String(id)));
}
