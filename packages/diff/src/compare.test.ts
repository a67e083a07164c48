import { type Clause, type Text, anchor, clause, content, item, run, table, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import { amendmentSymbol } from "./amendmentSymbol.ts";
import { accept, reject } from "./apply.ts";
import { compare } from "./compare.ts";
import { paragraphs } from "./print/paragraphs.ts";
import type { Redline } from "./redline.ts";

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

  test("[C7] the symbol of the whole amendment", () => {
    const one = text("en", [clause("paragraph", network)]);
    const none = text("en", []);
    expect(amendmentSymbol(compare(one, one))).toBe("NOC");
    expect(amendmentSymbol(compare(none, one))).toBe("ADD");
    expect(amendmentSymbol(compare(one, none))).toBe("SUP");
    expect(amendmentSymbol(compare(one, text("en", [clause("paragraph", report)])))).toBe("MOD");
  });
});
