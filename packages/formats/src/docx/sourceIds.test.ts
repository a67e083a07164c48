import { type Change, type Redline, compare } from "@plenary/diff";
import { type Clause, type Text, concat, flatten, plainLines, run, slice } from "@plenary/document";
import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { p, r, tinyWordFile } from "./read/testing/wordPackage.ts";
import { readDocx } from "./readDocx.ts";
import { writeDocx, writeMarkedDocx } from "./writeDocx.ts";

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
const picture = '<w:r><w:drawing><pic xmlns="urn:p" n="1"/></w:drawing></w:r>';
const cell = (words: string): string => `<w:tc><w:tcPr/>${p(r(words))}</w:tc>`;
const rows = [
  ["one", "two"],
  ["three", "four"],
].map((words) => `<w:tr>${words.map(cell).join("")}</w:tr>`);
const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Own"/></w:tblPr><w:tblGrid/>${rows.join("")}</w:tbl>`;
const body =
  p("") +
  p(r("The first line says what is to be done by all.")) +
  p(picture) +
  p(r("The second line says by whom it is to be done, and when it is done.")) +
  p("") +
  table +
  p(r("The third line says why.")) +
  p("");
const source = tinyWordFile({ body });

/** The library's edition of the file: without the paragraphs that make room, under ids of its own. */
const sourceIds = (id: string): string => `library-${id}`;
const edition = renamed({
  ...readDocx(source).base,
  clauses: readDocx(source).base.clauses.filter(({ content, rows: inside }) => content.length + inside.length > 0),
});

function renamed(text: Text): Text {
  const clause = (one: Clause): Clause => ({
    ...one,
    id: sourceIds(one.id),
    rows: one.rows.map((row) => ({
      id: sourceIds(row.id),
      cells: row.cells.map((each) => ({ id: sourceIds(each.id), clauses: each.clauses.map(clause) })),
    })),
  });
  return { ...text, clauses: text.clauses.map(clause) };
}

const lines = (text: Text): string[] => plainLines(text.clauses).filter((line) => line !== "");
const document = (file: Uint8Array): string => strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array());
const signed = (redline: Redline) => ({
  ...options,
  source,
  sourceIds,
  authors: "group-and-person" as const,
  authorOf: (change: Change) => ({ person: `by ${redline.changes.indexOf(change)}`, group: "EUR", date: options.date }),
});

/** The amendment written into the file; asserts that both texts come back, and that a clean copy is the current one. */
function written(current: Text): { redline: Redline; file: Uint8Array } {
  const redline = compare(edition, current, { ids: "trusted" });
  const file = writeMarkedDocx(redline, signed(redline));
  const read = readDocx(file);
  expect(lines(read.base)).toEqual(lines(edition));
  expect(lines(read.current)).toEqual(lines(current));
  const clean = readDocx(writeDocx(current, { ...options, base: edition, source, sourceIds }));
  expect(clean.changes).toEqual([]);
  expect(lines(clean.current)).toEqual(lines(current));
  return { redline, file };
}

const edited = (clauses: readonly Clause[]): Text => ({ ...edition, clauses });
const [first, second, grid, third] = edition.clauses as readonly [Clause, Clause, Clause, Clause];
const words = (clause: Clause, from: number, to?: number) =>
  slice(clause.content, from, to ?? flatten(clause.content).length);

describe("an edition with ids of its own, written into the file it came from", () => {
  it("keeps the paragraphs that the edition leaves out", () => {
    const { file } = written(edited([first, { ...second, content: [run("Others")] }, grid, third]));
    expect(document(file)).toContain(picture);
    expect(readDocx(file).base.clauses.length).toBe(readDocx(source).base.clauses.length);
    expect(document(writeMarkedDocx(compare(edition, edition), { ...options, source, sourceIds }))).toContain(table);
  });

  it("a clause that is split, and two that are joined, are signed by who did it", () => {
    const half = 29;
    const split = edited([
      first,
      { ...second, content: words(second, 0, half) },
      { ...second, id: "new", content: words(second, half) },
      grid,
      third,
    ]);
    const joined = edited([{ ...first, content: concat(first.content, [run(" ")], second.content) }, grid, third]);
    for (const [text, kind] of [
      [split, "split"],
      [joined, "merge"],
    ] as const) {
      const { redline, file } = written(text);
      const at = redline.changes.findIndex((change) => change.kind === kind);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(readDocx(file).changes.map(({ author }) => author)).toContain(`EUR – by ${at}`);
    }
  });

  it("a column that comes or goes is signed by who did it, and the table keeps its looks", () => {
    const without = { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: row.cells.slice(1) })) };
    const more = {
      ...grid,
      rows: grid.rows.map((row, i) => ({
        ...row,
        cells: [...row.cells, { id: `c${i}`, clauses: [{ ...first, id: `k${i}`, content: [run("more")] }] }],
      })),
    };
    for (const changed of [without, more]) {
      const { redline, file } = written(edited([first, second, changed, third]));
      expect(redline.changes.map(({ kind }) => kind)).toEqual(["column"]);
      expect(new Set(readDocx(file).changes.map(({ author }) => author))).toEqual(new Set(["EUR – by 0"]));
      expect(document(file)).toContain('"Own"');
    }
  });

  it("both texts come back whatever is changed", () => {
    const order = fc.subarray([0, 1, 2, 3], { minLength: 1 });
    const edits = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 30 }), fc.nat({ max: 20 })), { maxLength: 4 });
    const cuts = fc.option(fc.nat({ max: 40 }), { nil: null });
    fc.assert(
      fc.property(order, edits, cuts, (kept, made, cut) => {
        const clauses = [...edition.clauses];
        for (const [i, from, length] of made) {
          const was = clauses[i]!;
          if (was.rows.length > 0) continue;
          clauses[i] = { ...was, content: concat(words(was, 0, from), [run("X y")], words(was, from + length)) };
        }
        const text = edited(
          kept.flatMap((i) => {
            const one = clauses[i]!;
            if (i !== 1 || cut === null) return [one];
            return [
              { ...one, content: words(one, 0, cut) },
              { ...one, id: "half", content: words(one, cut) },
            ].filter(({ content }) => content.length > 0);
          }),
        );
        written(text);
      }),
      { numRuns: 60 },
    );
  });
});
