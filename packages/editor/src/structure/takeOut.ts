import { goneId } from "@plenary/collab";
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";

/**
 * Takes an added clause that says nothing out of the text. Its node stays, hidden: were it deleted, the words that
 * another person types in it at this moment would be too.
 */
export function takeOut(tr: Transaction, pos: number, node: Node): Transaction {
  return tr.setNodeMarkup(pos, null, { ...node.attrs, id: goneId(String(node.attrs["id"])) });
}
