import type { Clause } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";

/** A clause or table of the page: its node, the position before it, and what it says. */
export interface Block {
  readonly node: Node;
  readonly pos: number;
  readonly clause: Clause;
}

/** The page as the live draft has it, ghosts and emptied clauses included. */
export interface Blocks {
  /** The clauses of the top level, in document order. */
  readonly clauses: readonly Clause[];
  /** Every clause and table, those inside cells after their table, in document order. */
  readonly blocks: readonly Block[];
}
