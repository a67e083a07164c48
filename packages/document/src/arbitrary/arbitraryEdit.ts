import * as fc from "fast-check";
import type { Clause, Text } from "../clause.ts";
import { type Content, concat, flatten, slice } from "../inline.ts";
import { relabel } from "../labels/relabel.ts";
import { arbitraryContent } from "./arbitraryText.ts";

/** One random edit; `at` and `to` are taken modulo the number of clauses. */
type Edit =
  | { readonly type: "words"; readonly at: number; readonly from: number; readonly cut: number; readonly said: Content }
  | { readonly type: "add"; readonly at: number; readonly said: Content }
  | { readonly type: "suppress"; readonly at: number }
  | { readonly type: "split"; readonly at: number; readonly from: number }
  | { readonly type: "merge"; readonly at: number }
  | { readonly type: "move"; readonly at: number; readonly to: number };

/**
 * A random amendment of a text: words edited, clauses added, suppressed, moved, split and merged, labels as {@link relabel} gives
 * them. Footnotes stay last and keep their anchors; added clauses have the ids `n1`, `n2`, …
 */
export function arbitraryEdit(base: Text): fc.Arbitrary<Text> {
  const said = arbitraryContent(base.language);
  const place = fc.nat({ max: 1000 });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ type: fc.constant("words" as const), at: place, from: place, cut: fc.nat({ max: 12 }), said }),
    fc.record({ type: fc.constant("add" as const), at: place, said }),
    fc.record({ type: fc.constant("suppress" as const), at: place }),
    fc.record({ type: fc.constant("split" as const), at: place, from: place }),
    fc.record({ type: fc.constant("merge" as const), at: place }),
    fc.record({ type: fc.constant("move" as const), at: place, to: place }),
  );
  return fc.array(edit, { maxLength: 6 }).map((edits) => {
    const notes = base.clauses.filter((clause) => clause.kind === "footnote");
    let body: readonly Clause[] = base.clauses.filter((clause) => clause.kind !== "footnote");
    edits.forEach((each, i) => {
      body = apply(body, each, `n${i + 1}`);
    });
    return { language: base.language, clauses: relabel(base, [...body, ...notes]) };
  });
}

function apply(clauses: readonly Clause[], edit: Edit, id: string): readonly Clause[] {
  const at = clauses.length === 0 ? 0 : edit.at % clauses.length;
  const chosen = clauses[at];
  if (!chosen) return clauses;
  const free = chosen.content.every((piece) => piece.type !== "anchor");
  switch (edit.type) {
    case "words":
      return chosen.kind === "table" || !free
        ? clauses
        : clauses.with(at, { ...chosen, content: reworded(chosen, edit) });
    case "add": {
      const kind = chosen.kind === "table" ? "paragraph" : chosen.kind;
      return clauses.toSpliced(at + 1, 0, { ...chosen, id, kind, content: edit.said, rows: [] });
    }
    case "suppress":
      return free ? clauses.toSpliced(at, 1) : clauses;
    case "split": {
      if (chosen.kind === "table") return clauses;
      const flat = flatten(chosen.content);
      const spaces = [...flat.matchAll(/(?<=\S)\s(?=\S)/gu)].map(({ index }) => index);
      const space = spaces[edit.from % Math.max(1, spaces.length)];
      if (space === undefined) return clauses;
      const [head, tail] = [slice(chosen.content, 0, space), slice(chosen.content, space + 1, flat.length)];
      return clauses.toSpliced(at, 1, { ...chosen, content: head }, { ...chosen, id, content: tail });
    }
    case "merge": {
      const next = clauses[at + 1];
      if (!next || chosen.kind === "table" || next.kind === "table") return clauses;
      const space: Content = [{ type: "text", text: " " }];
      return clauses.toSpliced(at, 2, { ...chosen, content: concat(chosen.content, space, next.content) });
    }
    case "move":
      return clauses.toSpliced(at, 1).toSpliced(edit.to % clauses.length, 0, chosen);
  }
}

function reworded(
  clause: Clause,
  edit: { readonly from: number; readonly cut: number; readonly said: Content },
): Content {
  const { length } = flatten(clause.content);
  const from = length === 0 ? 0 : edit.from % length;
  const to = Math.min(from + edit.cut, length);
  return concat(slice(clause.content, 0, from), edit.said, slice(clause.content, to, length));
}
