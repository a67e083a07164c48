import type { Content } from "@plenary/document";
import { Fragment, type Node, type Schema } from "@tiptap/pm/model";

/** A clause's content as nodes of the page. */
export function writeContent(schema: Schema, content: Content): Fragment {
  return Fragment.from(
    content.map((piece): Node => {
      switch (piece.type) {
        case "break":
          return schema.node("hardBreak");
        case "anchor":
          return schema.node("footnoteAnchor", { footnote: piece.footnote });
        case "text":
          return schema.text(
            piece.text,
            (piece.marks ?? []).map((name) => schema.mark(name)),
          );
      }
    }),
  );
}
