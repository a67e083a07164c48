import * as Y from "yjs";
import type { Place } from "./places.ts";
import type { WireUpdate } from "./wireUpdate.ts";

/**
 * What an update would do to the clauses, rows and cells of the published text: "base id" when it changes, takes away
 * or doubles the id of one, "base clause" when it removes one (suppressing empties it), null when it keeps them all.
 */
export function harmToBase(
  doc: Y.Doc,
  update: WireUpdate,
  places: ReadonlyMap<Y.Item, Place>,
  base: ReadonlySet<string>,
): "base id" | "base clause" | null {
  for (const [{ content }, { parent, key }] of places) {
    if (key !== "id") continue;
    if (content.getContent().some((value: unknown) => typeof value === "string" && base.has(value))) return "base id";
    if (isBase(parent, base)) return "base id";
  }
  for (const item of deletedBy(doc, update)) {
    if (item.content instanceof Y.ContentType && isBase(item.content.type, base)) return "base clause";
    if (item.parentSub === "id" && isBase(item.parent, base)) return "base id";
  }
  return null;
}

/** Whether it is an element of the document, not a new or deleted one, that stands for something of the published text. */
function isBase(type: unknown, base: ReadonlySet<string>): boolean {
  if (!(type instanceof Y.XmlElement) || !type.doc) return false;
  const id: unknown = type.getAttribute("id");
  return typeof id === "string" && base.has(id);
}

/** The items of the document that are there and would be deleted. */
function* deletedBy(doc: Y.Doc, { deletions }: WireUpdate): Generator<Y.Item> {
  for (const [client, ranges] of deletions) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock >= known || len === 0) continue;
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i += 1) {
        const struct = structs[i];
        if (!struct || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item && !struct.deleted) yield struct;
      }
    }
  }
}
