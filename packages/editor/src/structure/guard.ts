import type { Node } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { isRemote } from "../redline/redlinePlugin.ts";

/**
 * Refuses an own edit that would remove, join or double a block of the published text, whatever
 * path of the browser it came by. The ways that people take are turned into safe edits before
 * (see the keys and the paste); what arrives here would lose another person's words.
 */
export function guardPlugin(base: ReadonlySet<string>): Plugin {
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged || isRemote(tr) || staysInside(tr) || keepsBlocks(tr, base),
  });
}

/** Whether every step changes the words of one clause only. */
function staysInside(tr: Transaction): boolean {
  return tr.steps.every((step, i) => {
    if (!(step instanceof ReplaceStep)) return true;
    const doc = tr.docs[i];
    if (!doc || step.slice.openStart > 0 || step.slice.openEnd > 0) return false;
    const $from = doc.resolve(step.from);
    return $from.parent.type.name === "clause" && $from.sameParent(doc.resolve(step.to));
  });
}

function keepsBlocks(tr: Transaction, base: ReadonlySet<string>): boolean {
  const before = countIds(tr.before);
  const after = countIds(tr.doc);
  for (const [id, count] of before) {
    if (base.has(id) && (after.get(id) ?? 0) < count) return false;
  }
  for (const [id, count] of after) if (count > Math.max(before.get(id) ?? 0, 1)) return false;
  return true;
}

function countIds(doc: Node): Map<string, number> {
  const counts = new Map<string, number>();
  doc.descendants((node) => {
    if (node.isBlock) {
      const id = String(node.attrs["id"]);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return node.type.name !== "clause";
  });
  return counts;
}
