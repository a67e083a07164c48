import { Fragment, type Schema, Slice } from "@tiptap/pm/model";
import { leadingLabel } from "./source/leadingLabel.ts";

/** Plain text as clauses: each line with words one, an item where it begins with a label. */
export function plainLines(schema: Schema, text: string): Slice {
  const lines = text.split(/\r\n?|\n/).filter((line, _i, all) => line.trim() !== "" || all.length === 1);
  const clauses = lines.map((line) => {
    const found = lines.length > 1 ? leadingLabel(line) : null;
    const words = found ? line.slice(found.length) : line;
    const attrs = found ? { kind: "item", level: 0, label: found.label } : null;
    return schema.node("clause", attrs, words === "" ? [] : [schema.text(words)]);
  });
  return new Slice(Fragment.from(clauses), 1, 1);
}
