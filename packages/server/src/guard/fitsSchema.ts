import { type Shape, pieceOf, rootShape, shapes } from "@plenary/collab";
import { marks } from "@plenary/document";
import * as Y from "yjs";
import type { Place } from "./places.ts";

/** The root that holds the live text. */
const ROOT = "text";
const formats: ReadonlySet<string> = new Set(marks);

/**
 * Whether new items are what a live text is made of, each in its place (see {@link shapes}): a page that hears of
 * anything else may fail, for all who have the draft open.
 */
export function fitsSchema(places: ReadonlyMap<Y.Item, Place>): boolean {
  return [...places].every(([{ content }, { parent, key }]) => {
    if (typeof parent === "string" && (parent !== ROOT || key !== null)) return false;
    // Deleted long ago, or below what was: Yjs deletes it as it comes.
    if (content instanceof Y.ContentDeleted || parent === null) return true;
    if (parent instanceof Y.XmlText) return key === null && isInWords(content);
    const shape = typeof parent === "string" ? rootShape : shapeOf(parent);
    if (!shape) return false;
    return key === null ? isElementOf(shape, content) : isAttributeOf(shape, key, content);
  });
}

function shapeOf(parent: unknown): Shape | undefined {
  return parent instanceof Y.XmlElement ? shapes.get(parent.nodeName) : undefined;
}

function isElementOf({ elements, words }: Shape, content: Y.Item["content"]): boolean {
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  return type instanceof Y.XmlElement ? elements.includes(type.nodeName) : words && type instanceof Y.XmlText;
}

function isAttributeOf({ attributes }: Shape, key: string, content: Y.Item["content"]): boolean {
  if (!(content instanceof Y.ContentAny) || !Object.hasOwn(attributes, key)) return false;
  const values: readonly unknown[] = content.arr;
  return values.every((value) => typeof value === attributes[key]);
}

function isInWords(content: Y.Item["content"]): boolean {
  if (content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentEmbed) return pieceOf(content.embed) !== null;
  return content instanceof Y.ContentFormat && formats.has(content.key) && typeof content.value === "object";
}
