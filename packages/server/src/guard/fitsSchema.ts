import { elementNames, pieceOf } from "@plenary/collab";
import * as Y from "yjs";
import type { Place } from "./places.ts";

/** The root that holds the live text. */
const ROOT = "text";
const names: ReadonlySet<string> = new Set(elementNames);

/**
 * Whether new items are what a live text is made of: elements, words, their marks and attributes, below its own root;
 * among the words line breaks and marks of footnotes.
 */
export function fitsSchema(places: ReadonlyMap<Y.Item, Place>): boolean {
  return [...places].every(
    ([{ content }, { parent, key }]) =>
      (typeof parent !== "string" || (parent === ROOT && key === null)) &&
      (content instanceof Y.ContentEmbed
        ? parent instanceof Y.XmlText && key === null && pieceOf(content.embed) !== null
        : isContent(content)),
  );
}

function isContent(content: Y.Item["content"]): boolean {
  if (content instanceof Y.ContentType)
    return content.type instanceof Y.XmlElement ? names.has(content.type.nodeName) : content.type instanceof Y.XmlText;
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentDeleted
  );
}
