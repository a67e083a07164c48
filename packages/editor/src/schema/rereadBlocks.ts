import type { Clause } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import type { Block, Blocks } from "./pageBlocks.ts";

/** A page as it was read. */
export interface Reading extends Blocks {
  readonly doc: Node;
}

/** The page read again, and what of it was read. */
interface Reread extends Blocks {
  readonly read: readonly Block[];
}

/**
 * The blocks of a page in which other nodes stand for some clauses of the top level; `reread` gives
 * what such a node says. Null when more has changed, or when `reread` cannot tell.
 */
export function rereadBlocks(
  last: Reading,
  doc: Node,
  reread: (node: Node, was: Clause) => Clause | null,
): Reread | null {
  if (last.doc.childCount !== doc.childCount) return null;
  const read: Block[] = [];
  const befores: number[] = [];
  let clauses: Clause[] | null = null;
  let pos = 0;
  let before = 0;
  for (let i = 0; i < doc.childCount; i++) {
    const was = last.doc.child(i);
    const node = doc.child(i);
    if (was !== node) {
      const clause = was.type === node.type ? reread(node, last.clauses[i]!) : null;
      if (!clause) return null;
      clauses ??= [...last.clauses];
      clauses[i] = clause;
      read.push({ node, pos, clause });
      befores.push(before);
    }
    pos += node.nodeSize;
    before += was.nodeSize;
  }
  let next = 0;
  let shift = 0;
  const blocks = last.blocks.map((block): Block => {
    const edited = block.pos === befores[next] ? read[next++] : undefined;
    if (edited) {
      shift = edited.pos + edited.node.nodeSize - block.pos - block.node.nodeSize;
      return edited;
    }
    return shift === 0 ? block : { node: block.node, pos: block.pos + shift, clause: block.clause };
  });
  return { clauses: clauses ?? last.clauses, blocks, read };
}
