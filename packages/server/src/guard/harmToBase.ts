import { isGone, presentId } from "@plenary/collab";
import * as Y from "yjs";
import type { Place } from "./places.ts";
import { standingName } from "./standingName.ts";
import type { WireUpdate } from "./wireUpdate.ts";

/**
 * What an update would do to the clauses, rows and cells of the published text: "base id" when it changes, takes away
 * or doubles the id of one, "base clause" when it removes one (suppressing empties it), null when it keeps them all. A row
 * or a cell may be taken out and put back, by an id that says so (see `goneId`).
 */
export function harmToBase(
  doc: Y.Doc,
  update: WireUpdate,
  places: ReadonlyMap<Y.Item, Place>,
  base: ReadonlySet<string>,
): "base id" | "base clause" | null {
  const renamed = new Map<Y.XmlElement, Y.Item[]>();
  for (const [item, { parent, key }] of places) {
    if (key !== "id") continue;
    const names = namesIn(item);
    const own = standsFor(parent, base);
    if (names === null || names.some((name) => publishedId(name, base) !== own)) return "base id";
    if (own === null || !(parent instanceof Y.XmlElement)) continue;
    if (!isPart(parent)) return "base id";
    if (!renamed.get(parent)?.push(item)) renamed.set(parent, [item]);
  }
  const deletions = renamed.size > 0 ? deletionsOf(update) : null;
  for (const [element, names] of renamed) {
    const standing = standingName(element, names);
    if (!standing || standing.deleted || !namesIn(standing)?.length) return "base id";
    if (deletions && Y.isDeleted(deletions, standing.lastId)) return "base id";
  }
  for (const { content, parent, parentSub } of deletedBy(doc, update)) {
    if (content instanceof Y.ContentType && standsFor(content.type, base) !== null) return "base clause";
    if (parentSub !== "id" || !(parent instanceof Y.XmlElement) || renamed.has(parent)) continue;
    if (standsFor(parent, base) !== null) return "base id";
  }
  return null;
}

/** The names that an item brings, none when it brings them deleted; null when they are none. */
function namesIn({ content }: Y.Item): readonly string[] | null {
  if (content instanceof Y.ContentDeleted) return [];
  const names: readonly unknown[] = content instanceof Y.ContentAny ? content.arr : [null];
  return names.every((name) => typeof name === "string") ? names : null;
}

type Deletions = ReturnType<typeof Y.createDeleteSet>;

/** What an update deletes, quickly found. */
function deletionsOf({ deletions }: WireUpdate): Deletions {
  const all = Y.createDeleteSet();
  for (const [client, ranges] of deletions) all.clients.set(client, [...ranges]);
  return Y.mergeDeleteSets([all]);
}

/** What an element of the document, not a new or deleted one, stands for in the published text; null for nothing of it. */
function standsFor(type: unknown, base: ReadonlySet<string>): string | null {
  if (!(type instanceof Y.XmlElement) || !type.doc) return null;
  const id: unknown = type.getAttribute("id");
  return typeof id === "string" ? publishedId(id, base) : null;
}

/** The id of the published text that an id is, or says to be taken out; null for any other. */
function publishedId(id: string, base: ReadonlySet<string>): string | null {
  const own = isGone(id) ? presentId(id) : id;
  return base.has(own) ? own : null;
}

function isPart(type: unknown): boolean {
  return type instanceof Y.XmlElement && ["tableRow", "tableCell"].includes(type.nodeName);
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
