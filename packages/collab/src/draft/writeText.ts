import type { Text } from "@plenary/document";
import type * as Y from "yjs";
import { clauseNode, root } from "./node.ts";

/**
 * Writes the text as the first content of a live text, in one transaction. Throws when there is
 * content already: use `replaceText` then.
 */
export function writeText(doc: Y.Doc, text: Text): void {
  const fragment = root(doc);
  if (fragment.length > 0) throw new Error("the live text has content already; use replaceText to change it");
  doc.transact(() => fragment.insert(0, text.clauses.map(clauseNode)));
}
