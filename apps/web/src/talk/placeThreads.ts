import { type Place, flatClauses, rangeReader, resolveAnchor } from "@plenary/collab";
import type { DraftState, ThreadMark } from "@plenary/editor";
import type { ThreadView } from "@plenary/server/api";
import type * as Y from "yjs";

/** A thread and where it hangs now. */
export interface PlacedThread {
  readonly thread: ThreadView;
  readonly place: Place;
}

/** The threads of a draft where they hang now, in reading order; those of clauses that are nowhere come last. */
export function placeThreads(threads: readonly ThreadView[], state: DraftState, doc: Y.Doc): readonly PlacedThread[] {
  if (threads.length === 0) return [];
  const { redline } = state;
  const current = flatClauses(redline.current);
  const published = flatClauses(redline.base);
  const ground = { current, published, changes: redline.changes, rangeOf: rangeReader(doc, redline.base) };
  const order = new Map<string, number>();
  for (const { base, current: now } of redline.clauses)
    for (const id of [base?.id, now?.id]) if (id !== undefined && !order.has(id)) order.set(id, order.size);
  // Clauses in tables stand behind their table's own number, in the order of the text.
  for (const id of [...current.keys(), ...published.keys()]) if (!order.has(id)) order.set(id, order.size);
  const rank = ({ place }: PlacedThread): number =>
    place.clause === null ? Number.MAX_SAFE_INTEGER : (order.get(place.clause) ?? Number.MAX_SAFE_INTEGER);
  const offset = ({ place }: PlacedThread): number => (place.on === "words" ? place.from : -1);
  return threads
    .map((thread) => ({ thread, place: resolveAnchor(thread.anchor, ground) }))
    .toSorted((a, b) => rank(a) - rank(b) || offset(a) - offset(b));
}

/** What the paper shows of the open threads. */
export function marksOf(placed: readonly PlacedThread[], active: string | null): readonly ThreadMark[] {
  return placed.flatMap(({ thread: { id, resolved }, place }): ThreadMark[] => {
    if (place.clause === null || (resolved && id !== active)) return [];
    const [from, to] = place.on === "words" ? [place.from, place.to] : [0, 0];
    return [{ id, clause: place.clause, from, to, lit: id === active }];
  });
}
