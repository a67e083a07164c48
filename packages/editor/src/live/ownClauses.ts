import { replaceContent } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { readContent } from "../schema/readBlocks.ts";

/** Which node of the page stands for which part of the live draft, as the binding keeps it. */
type Mapping = Map<unknown, Node | Node[]>;

/**
 * Writes what an own edit changed inside blocks, ahead of the binding, and tells it so. The binding would delete the text
 * before a new line break or behind one that goes, and the second of two texts, with what another person writes there
 * meanwhile; here no text is deleted, only words. Tables, and blocks that come and go, are left to the binding.
 */
export function writeOwnClauses(root: Y.XmlFragment, before: Node, now: Node, mapping: Mapping): void {
  if (before.childCount !== now.childCount || root.length !== now.childCount) return;
  for (let i = 0; i < now.childCount; i++) {
    const [was, is] = [before.child(i), now.child(i)];
    const element = was === is ? null : root.get(i);
    // In a table the binding would keep the cell's words as they were: it looks no deeper than the table.
    if (!(element instanceof Y.XmlElement) || element.nodeName !== "clause" || was.type !== is.type) continue;
    // Another id than a moment ago is another block, or one that is taken out.
    if (element.getAttribute("id") !== was.attrs["id"]) continue;
    if (is.attrs["id"] !== was.attrs["id"] && is.content.size > 0) continue;
    writeAttributes(element, is);
    replaceContent(element, readContent(is));
    mapping.set(element, is);
  }
}

function writeAttributes(element: Y.XmlElement<{ [name: string]: string | number }>, { attrs }: Node): void {
  for (const [name, value] of Object.entries(attrs)) {
    if ((element.getAttribute(name) ?? null) === value) continue;
    if (value === null) element.removeAttribute(name);
    else if (typeof value === "string" || typeof value === "number") element.setAttribute(name, value);
  }
}
