import type { ClauseRedline, Redline, Segment } from "@plenary/diff";
import { type Text, clause, languages, slice, text } from "@plenary/document";
import { arbitraryContent, arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";

/** A random text of a random language and a random amendment of it. */
export const amendments: fc.Arbitrary<readonly [base: Text, current: Text]> = fc
  .constantFrom(...languages)
  .chain((language) => arbitraryText(language))
  .chain((base) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

/** Redlines of one clause split in two, or of two merged, with an insertion at the seam. */
export const jointRedlines: fc.Arbitrary<Redline> = fc
  .tuple(arbitraryContent("en"), arbitraryContent("en"), arbitraryContent("en"), fc.constantFrom("split", "merge"))
  .map(([one, two, seam, joint]) => {
    const whole = clause("item", [...one, ...two], { id: "w", label: "a)" });
    const first = clause("item", joint === "split" ? [...one, ...seam] : one, { id: "x", label: "a)" });
    const second = clause("item", two, { id: "y", label: "b)" });
    const merged = { ...whole, content: clause("item", [...one, ...seam, ...two]).content };
    const kept = (content: Segment["content"]): Segment => ({ op: "=", content });
    const added: Segment = { op: "+", content: seam };
    const entry = (parts: Pick<ClauseRedline, "base" | "current" | "segments" | "joint">): ClauseRedline => ({
      symbol: "MOD",
      move: null,
      rows: [],
      changes: [],
      ...parts,
    });
    const clauses =
      joint === "split"
        ? [
            entry({ base: whole, current: first, segments: [kept(slice(one, 0, Infinity)), added] }),
            entry({ base: whole, current: second, segments: [kept(two)], joint: "split" }),
          ]
        : [
            entry({ base: first, current: merged, segments: [kept(one), added] }),
            entry({ base: second, current: merged, segments: [kept(two)], joint: "merge" }),
          ];
    const sides = joint === "split" ? [[whole], [first, second]] : [[first, second], [merged]];
    return { base: text("en", sides[0]!), current: text("en", sides[1]!), clauses, changes: [] };
  });
