import { type Clause, type Text, anchor, clause, content, flatten, item, run, table, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import { amendmentSymbol } from "./amendmentSymbol.ts";
import { accept, reject } from "./apply.ts";
import { compare } from "./compare.ts";
import { paragraphs } from "./print/paragraphs.ts";
import type { Redline } from "./redline.ts";
import { withoutFormatting } from "./withoutFormatting.ts";

const network = "to support developing countries in building their broadband networks;";
const report = "to submit a report on the implementation of this resolution to the next conference;";
const study = "to study the use of satellite systems in rural and remote areas;";

function redlineOf(base: Text, current: Text, ids: "trusted" | "by-likeness" = "by-likeness"): Redline {
  const redline = compare(base, current, { ids });
  expect(reject(redline)).toEqual(base);
  expect(accept(redline).clauses.map(saying)).toEqual(current.clauses.map(saying));
  expect(compare(current, current, { ids }).changes).toEqual([]);
  return redline;
}

function saying({ kind, level, label, content, rows }: Clause): unknown {
  return [kind, level, label, content.filter(({ type }) => type !== "anchor"), rows.length];
}

function shape(redline: Redline): string[] {
  return redline.clauses.map(({ symbol, move }) => (move ? `${symbol} ${move}` : symbol));
}

describe("the redline of two texts", () => {
  test("[C1] a suppressed clause renumbers those after it: labels change by themselves", () => {
    const redline = redlineOf(
      text("en", [item("a)", network), item("b)", report), item("c)", study)]),
      text("en", [item("a)", network), item("b)", study)]),
    );
    expect(shape(redline)).toEqual(["NOC", "SUP", "MOD"]);
    expect(redline.changes.map(({ kind, deleted, inserted }) => [kind, deleted, inserted])).toEqual([
      ["suppress", report, ""],
      ["label", "c)", "b)"],
    ]);
    expect(paragraphs(redline)[2]?.hunks).toEqual([
      ["-", "c"],
      ["+", "b"],
      ["=", `)\t${study}`],
    ]);
  });

  test("[C3] another title is the title amended, another clause is another one", () => {
    const other = (subject: string, said: string) =>
      text("en", [clause("number", "RESOLUTION 3"), clause("title", subject), clause("paragraph", said)]);
    const redline = redlineOf(other("Use of the spectrum", network), other("Broadband for islands", report));
    expect(shape(redline)).toEqual(["NOC", "MOD", "SUP", "ADD"]);
    expect(redline.changes[0]).toMatchObject({
      kind: "text",
      deleted: "Use of the spectrum",
      inserted: "Broadband for islands",
    });
  });

  test("[C3] that two clauses are sentences does not make them one", () => {
    const redline = redlineOf(
      text("en", [clause("paragraph", "to support the work of the committee on spectrum for satellites;")]),
      text("en", [clause("paragraph", "to report to the meeting of the council on budgets for buildings;")]),
    );
    expect(shape(redline)).toEqual(["SUP", "ADD"]);
  });

  test.each(["trusted", "by-likeness"] as const)(
    "[C2] a moved clause is one change, with its edits inside (%s)",
    (ids) => {
      const base = text("en", [clause("paragraph", network), clause("paragraph", report), clause("paragraph", study)]);
      const [one, two, three] = base.clauses;
      const edited = { ...one!, content: content(network.replace("broadband", "mobile")) };
      const redline = redlineOf(base, { ...base, clauses: [two!, three!, edited] }, ids);
      expect(shape(redline)).toEqual(["SUP from", "NOC", "NOC", "MOD to"]);
      expect(redline.changes.map(({ kind }) => kind)).toEqual(["move", "text"]);
      const [move, words] = redline.changes;
      expect(accept(redline, [move!.id]).clauses).toEqual([two, three, one]);
      expect(accept(redline, [words!.id]).clauses).toEqual([edited, two, three]);
    },
  );

  test("[C3] ids by place are not trusted: a clause put before others is an addition", () => {
    const redline = redlineOf(
      text("en", [clause("paragraph", network), clause("paragraph", report)]),
      text("en", [clause("paragraph", study), clause("paragraph", network), clause("paragraph", report)]),
    );
    expect(shape(redline)).toEqual(["ADD", "NOC", "NOC"]);
  });

  test("[C3] among clauses of one mould each is known by how it begins", () => {
    const note = (subject: string, where: string) => clause("paragraph", `${subject} is defined in ${where}`);
    const redline = redlineOf(
      text("en", [
        note("A channel", "Annex 1, Annex 2 and Annex 3"),
        note("A reference point", "Annex 1, Annex 2 and Annex 3"),
      ]),
      text("en", [note("A path", "Annex 1"), note("A channel", "Annex 1"), note("A reference point", "Annex 1")]),
    );
    expect(shape(redline)).toEqual(["ADD", "MOD", "MOD"]);
  });

  test("[C4] a footnote that an import named otherwise is no change", () => {
    const said = (note: string) =>
      text("en", [
        clause("paragraph", content("developing countries", anchor(note), " and others")),
        clause("footnote", "These include the least developed countries.", { id: note, label: "1" }),
      ]);
    expect(redlineOf(said("f1"), said("other")).changes).toEqual([]);
  });

  test.each([
    // A reader wants an inserted phrase to begin with its space, but not at the price of that space's formatting.
    [
      [run("Member States", "bold"), run(" shall")],
      [run("Member States", "bold"), run(" of the Union"), run(" shall")],
      " of the Union",
    ],
    [[run("Rev. ", "bold"), run("2022")], [run("Rev. ", "bold"), run("the year 2022")], "the year "],
    [[run("Rev."), run(" 2022", "superscript")], [run("Rev. the year"), run(" 2022", "superscript")], " the year"],
  ])("[C5] words come and go without a change of formatting beside them: %#", (before, after, said) => {
    const one = text("en", [clause("paragraph", content(...before), { id: "c" })]);
    const other = text("en", [clause("paragraph", content(...after), { id: "c" })]);
    expect(redlineOf(one, other, "trusted").changes).toMatchObject([{ kind: "text", deleted: "", inserted: said }]);
    expect(redlineOf(other, one, "trusted").changes).toMatchObject([{ kind: "text", deleted: said, inserted: "" }]);
  });

  test("[C5] formatting alone is a change of marks", () => {
    const base = text("en", [clause("paragraph", "of the Union")]);
    const current = text("en", [clause("paragraph", content("of ", run("the Union", "italic")))]);
    const redline = redlineOf(base, current);
    expect(redline.changes).toMatchObject([{ kind: "marks", fromA: 3, toA: 12, deleted: "", inserted: "italic" }]);
  });

  test("[C6] a table is compared row by row and cell by cell", () => {
    const redline = redlineOf(
      text("en", [
        table([
          ["Year", "Cost"],
          ["2022", "1 000"],
        ]),
      ]),
      text("en", [
        table([
          ["Year", "Cost"],
          ["2022", "1 500"],
          ["2023", "400"],
        ]),
      ]),
    );
    expect(redline.changes.map(({ kind, deleted, inserted }) => [kind, deleted, inserted])).toEqual([
      ["row", "", "2023\t400"],
      ["text", "1 000", "1 500"],
    ]);
  });

  const costs = (rows: readonly (readonly string[])[]) => text("en", [table(rows)]);
  const before = costs([
    ["Region", "2022", "2026"],
    ["Africa", "10", "12"],
    ["Arab States", "8", "9"],
  ]);

  test("[C6] a column that comes or goes is one change, and edits in other cells stay edits", () => {
    const redline = redlineOf(
      before,
      costs([
        ["Region", "2026", "2030"],
        ["Africa", "12", "15"],
        ["Arab States and Asia", "9", "11"],
      ]),
    );
    expect(
      redline.changes.map(({ kind, fromA, toA, fromB, toB, deleted, inserted }) => [
        kind,
        [fromA, toA],
        [fromB, toB],
        deleted,
        inserted,
      ]),
    ).toEqual([
      ["column", [1, 2], [1, 1], "2022", ""],
      ["column", [3, 3], [2, 3], "", "2030"],
      ["text", [11, 11], [11, 20], "", " and Asia"],
    ]);
    const [gone, came] = redline.changes;
    expect(accept(redline, [came!.id]).clauses[0]!.rows.map(({ cells }) => cells.length)).toEqual([4, 4, 4]);
    expect(accept(redline, [gone!.id]).clauses[0]!.rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
  });

  test("[C6] a row on one side only follows the columns: it loses a cell with them, and gains an empty one", () => {
    const redline = redlineOf(
      before,
      costs([
        ["Region", "2026"],
        ["Africa", "12"],
        ["Americas", "7"],
        ["Arab States", "9"],
      ]),
    );
    expect(redline.changes.map(({ kind }) => kind)).toEqual(["column", "row"]);
    const [column, row] = redline.changes;
    const said = (ids: readonly string[]) =>
      accept(redline, ids).clauses[0]!.rows.map(({ cells }) =>
        cells.map(({ clauses }) => clauses.map(({ content }) => flatten(content)).join()),
      );
    expect(said([row!.id])[2]).toEqual(["Americas", "", "7"]);
    expect(said([column!.id])).toEqual([
      ["Region", "2026"],
      ["Africa", "12"],
      ["Arab States", "9"],
    ]);
  });

  test("[C6] a cell that a single row has more or fewer is a change of its own", () => {
    const redline = redlineOf(
      before,
      costs([
        ["Region", "2022", "2026"],
        ["Africa", "10", "12", "provisional"],
        ["Arab States", "9"],
      ]),
    );
    expect(redline.changes.map(({ kind, deleted, inserted }) => [kind, deleted, inserted])).toEqual([
      ["cell", "", "provisional"],
      ["cell", "8", ""],
    ]);
  });

  test("[C6] a row suppressed and another added far from it do not make edits of all between", () => {
    const rows = ["Africa", "Americas", "Arab States", "Asia and the Pacific", "Europe"].map((name, i) => [
      name,
      `${i + 10}`,
    ]);
    const redline = redlineOf(costs(rows), costs([...rows.slice(1), ["Commonwealth of Independent States", "99"]]));
    expect(redline.changes.map(({ kind }) => kind)).toEqual(["row", "row"]);
  });

  test("[C9] formatting left out of view is neither shown nor counted, and still made", () => {
    const base = text("en", [clause("paragraph", "of the Union"), table([["Year"]])]);
    const current = text("en", [
      clause("paragraph", content("of ", run("the Union", "italic"))),
      table([[[clause("paragraph", content(run("Year", "bold")))]]]),
    ]);
    const redline = redlineOf(base, current);
    expect(shape(redline)).toEqual(["MOD", "MOD"]);
    const shown = redline.clauses.map(withoutFormatting);
    expect(shown.map(({ symbol, changes }) => [symbol, changes.length])).toEqual([
      ["NOC", 0],
      ["NOC", 0],
    ]);
    expect(shown[1]?.rows[0]?.cells[0]?.symbol).toBe("NOC");
    expect(accept(redline).clauses[0]?.content).toEqual(current.clauses[0]?.content);
    const added = compare(text("en", []), current).clauses[0]!;
    expect(withoutFormatting(added)).toBe(added);
  });

  test("[C7] the symbol of the whole amendment", () => {
    const one = text("en", [clause("paragraph", network)]);
    const none = text("en", []);
    expect(amendmentSymbol(compare(one, one))).toBe("NOC");
    expect(amendmentSymbol(compare(none, one))).toBe("ADD");
    expect(amendmentSymbol(compare(one, none))).toBe("SUP");
    expect(amendmentSymbol(compare(one, text("en", [clause("paragraph", report)])))).toBe("MOD");
  });
});
