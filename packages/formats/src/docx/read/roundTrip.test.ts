import { compare } from "@plenary/diff";
import { type Clause, type Text, languages, normalise } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../readDocx.ts";
import { writeDocx, writeMarkedDocx } from "../writeDocx.ts";

const options = { author: "IAP – A. Delegate", date: "2026-03-01T12:00:00Z" };

/** A text without its ids, which a file does not hold; anchors name their footnotes by their place. */
function bare(text: Text) {
  const notes = text.clauses.filter(({ kind }) => kind === "footnote").map(({ id }) => id);
  const said = (clauses: readonly Clause[], inCell: boolean): unknown[] =>
    clauses.filter(isSaid).map(({ kind, level, label, content, rows }) => ({
      // Outside a list a clause `1.1` is read as a numbered paragraph.
      kind: kind === "item" && /^\d+(\.\d+)+$/.test(label ?? "") ? "paragraph" : kind,
      // The table's own style holds no level.
      level: inCell ? 0 : level,
      label,
      content: normalise(content).map((piece) =>
        piece.type === "anchor" ? { type: "anchor", footnote: notes.indexOf(piece.footnote) } : piece,
      ),
      rows: rows.map((row) => row.cells.map((cell) => said(cell.clauses, true))),
    }));
  return said(text.clauses, false);
}

/** Word needs empty paragraphs in empty cells, between tables and after a last one. */
function isSaid({ kind, label, content }: Clause): boolean {
  return kind !== "paragraph" || label !== null || content.length > 0;
}

const pairs = fc
  .constantFrom(...languages)
  .chain((language) => arbitraryText(language))
  .chain((base) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

describe("what the writer writes", () => {
  it("is read back: clean", () => {
    fc.assert(
      fc.property(pairs, ([text]) => {
        const read = readDocx(writeDocx(text, options));
        expect(bare(read.current)).toEqual(bare(text));
        expect(read.base).toEqual(read.current);
        expect(read.changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is read back: both texts of a redline, every change with its author", () => {
    fc.assert(
      fc.property(pairs, ([base, current]) => {
        const read = readDocx(writeMarkedDocx(compare(base, current), options));
        expect(bare(read.base)).toEqual(bare(base));
        expect(bare(read.current)).toEqual(bare(current));
        for (const change of read.changes) expect(change).toMatchObject({ author: options.author, date: options.date });
      }),
      { numRuns: 60 },
    );
  });
});
