import { readContent } from "@plenary/collab";
import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import { writeContent } from "../schema/writeContent.ts";

/**
 * Which node of the page stands for which part of the live draft, as the binding asks for it. A part that has none is
 * read here, since the binding can't read texts that hold more than words. It forgets the parts that an edit touched one
 * by one, and then all of them, which would make every node anew for each letter of another person; so here it cannot
 * forget all.
 */
export class PageNodes extends Map<unknown, Node | Node[]> {
  private schema: Schema | null = null;

  /** The page of a live draft, by a schema that all further nodes are of too. */
  page(root: Y.XmlFragment, schema: Schema): Node {
    this.schema = schema;
    return schema.topNodeType.create(null, this.blocksIn(root));
  }

  override get(part: unknown): Node | Node[] | undefined {
    const known = super.get(part);
    if (known || !(part instanceof Y.XmlElement) || !this.schema) return known;
    const type = this.schema.nodes[part.nodeName];
    // What no schema knows the binding takes out, as it does with what can't be read.
    if (!type?.isBlock) return undefined;
    const content = type.isTextblock ? writeContent(this.schema, readContent(part)) : this.blocksIn(part);
    const made = type.create(part.getAttributes(), content);
    this.set(part, made);
    return made;
  }

  override clear(): void {}

  private blocksIn(parent: Y.XmlFragment): Fragment {
    return Fragment.from(
      parent.toArray().flatMap((child) => {
        const node = this.get(child);
        return node && !Array.isArray(node) ? [node] : [];
      }),
    );
  }
}
