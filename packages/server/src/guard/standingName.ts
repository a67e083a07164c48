import * as Y from "yjs";

/** A name that an element had or gets, from the first clock on at which it is not known yet. */
interface Name {
  readonly item: Y.Item;
  readonly client: number;
  readonly clock: number;
  readonly follows: Y.ID | null;
}

/**
 * The name that stands once new ones have come to those that an element had: the last of them all. Yjs puts a name
 * right behind the one that it follows, and of several that follow the same one the higher client's later; every name
 * but the last is deleted. Undefined where that can't be told: no honest client brings two names that follow the same
 * one, nor one that was put before another.
 */
export function standingName(element: Y.XmlElement, brought: readonly Y.Item[]): Y.Item | undefined {
  const names: Name[] = [];
  // oxlint-disable-next-line no-underscore-dangle -- Yjs tells of the names before the last in no other way
  for (let item = element._map.get("id") ?? null; item; item = item.left)
    names.push({ item, client: item.id.client, clock: item.id.clock, follows: item.origin });
  for (const item of brought) {
    const { client, clock } = item.id;
    const known = element.doc ? Y.getState(element.doc.store, client) : 0;
    const isPart = known > clock;
    names.push({
      item,
      client,
      clock: Math.max(clock, known),
      follows: isPart ? { client, clock: known - 1 } : item.origin,
    });
  }
  const byPlace = new Map<string, Name>();
  for (const name of names) {
    const end = name.item.id.clock + name.item.length;
    for (let { client, clock } = name; clock < end; clock += 1) byPlace.set(`${client}:${clock}`, name);
  }
  const following = Map.groupBy(names, ({ follows }) =>
    follows ? byPlace.get(`${follows.client}:${follows.clock}`) : undefined,
  );
  let standing: Name | undefined;
  for (let next = following.get(undefined); next; next = following.get(standing)) {
    if (next.some(({ item }) => item.rightOrigin !== null)) return undefined;
    if (new Set(next.map(({ client }) => client)).size < next.length) return undefined;
    standing = next.reduce((last, one) => (one.client > last.client ? one : last));
  }
  return standing?.item;
}
