import * as Y from "yjs";
import type { Integration } from "./integration.ts";

type Type = Y.ContentType["type"];

/** Where a new item goes: below a root (its name), a type, or nowhere; `key` when it is a value of an attribute. */
export interface Place {
  readonly parent: string | Type | null;
  readonly key: string | null;
}

const nowhere: Place = { parent: null, key: null };

/** Where each new item of an update goes. What stands beside another takes its place from that one. */
export function placesOf(doc: Y.Doc, { fresh }: Integration): ReadonlyMap<Y.Item, Place> {
  const places = new Map<Y.Item, Place>();
  const byClient = Map.groupBy(fresh, ({ id }) => id.client);

  function find(id: Y.ID): Y.Item | null {
    const struct = id.clock < Y.getState(doc.store, id.client) ? Y.getItem(doc.store, id) : among(id);
    return struct instanceof Y.Item ? struct : null;
  }

  function among(id: Y.ID): Y.Item | Y.GC | undefined {
    const structs = byClient.get(id.client) ?? [];
    let [low, high] = [0, structs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (struct && struct.id.clock + struct.length <= id.clock) low = middle + 1;
      else high = middle;
    }
    return structs[low];
  }

  function typeOf(item: Y.Item | null): Type | null {
    return item?.content instanceof Y.ContentType ? item.content.type : null;
  }

  function beside(id: Y.ID): Place {
    const item = find(id);
    if (!item) return nowhere;
    const own = places.get(item);
    if (own) return own;
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return nowhere;
    return { parent: parent.parent ? parent : Y.findRootTypeKey(parent), key: item.parentSub };
  }

  for (const item of fresh) {
    if (!(item instanceof Y.Item)) continue;
    const { parent, parentSub } = item;
    const next = item.origin ?? item.rightOrigin;
    if (typeof parent === "string") places.set(item, { parent, key: parentSub });
    else if (parent instanceof Y.ID) places.set(item, { parent: typeOf(find(parent)), key: parentSub });
    else places.set(item, next ? beside(next) : nowhere);
  }
  return places;
}
