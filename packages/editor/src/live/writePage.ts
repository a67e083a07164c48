import { replaceContent, textOf } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { readContent } from "../schema/readBlocks.ts";
import type { PageNodes } from "./pageNodes.ts";
import { pairs } from "./pairs.ts";

/**
 * Writes what an own edit made of a page, or of a block of it, into the live draft, ahead of the binding, which then
 * finds all as it stands. In a clause words are written and deleted, never the text that holds them; a block is deleted
 * where it went alone. Nothing is written when the live draft holds what the page does not show.
 */
export function writePage(parent: Y.XmlFragment, before: Node, now: Node, nodes: PageNodes): void {
  const parts = parent.toArray();
  if (parts.length !== before.childCount || !parts.every((part, i) => isElement(part, before.child(i)))) return;
  const was = pairs(before, now);
  const stays = new Set(was);
  for (let i = parts.length - 1; i >= 0; i--) if (!stays.has(i)) parent.delete(i, 1);
  const there = parts.filter((_, i) => stays.has(i));
  for (const [i, old] of was.entries()) {
    const is = now.child(i);
    if (old === null) {
      const made = elementOf(is);
      parent.insert(i, [made]);
      there.splice(i, 0, made);
    }
    const part = there[i];
    if (old !== null && part instanceof Y.XmlElement && before.child(old) !== is) {
      writeAttributes(part, is);
      if (is.isTextblock) replaceContent(part, readContent(is));
      else writePage(part, before.child(old), is, nodes);
    }
    nodes.set(part, is);
  }
}

type Attributes = { [name: string]: string | number };

function isElement(part: unknown, node: Node): part is Y.XmlElement {
  return part instanceof Y.XmlElement && part.nodeName === node.type.name;
}

function elementOf(node: Node): Y.XmlElement {
  const made = new Y.XmlElement(node.type.name);
  made.insert(0, node.isTextblock ? [textOf(readContent(node))] : node.children.map(elementOf));
  setAttributes(made, node);
  return made;
}

function setAttributes(element: Y.XmlElement<Attributes>, { attrs }: Node): void {
  for (const [name, value] of Object.entries(attrs)) if (isValue(value)) element.setAttribute(name, value);
}

function writeAttributes(element: Y.XmlElement<Attributes>, { attrs }: Node): void {
  for (const [name, value] of Object.entries(attrs)) {
    if ((element.getAttribute(name) ?? null) === value) continue;
    if (value === null) element.removeAttribute(name);
    else if (isValue(value)) element.setAttribute(name, value);
  }
}

function isValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
