import type { Node } from "@tiptap/pm/model";

/**
 * Which node of the page stands for which part of the live draft, as the binding keeps it. The binding forgets the
 * parts that an edit touched one by one, and then all of them, which would make every node anew for each letter of
 * another person; so here it cannot forget all.
 */
export class KeptNodes extends Map<unknown, Node | Node[]> {
  override clear(): void {}
}
