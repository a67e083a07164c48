import { accept, compare, reject } from "@plenary/diff";
import {
  type Cell,
  type Clause,
  type Row,
  anchor,
  clause,
  content,
  item,
  languages,
  lineBreak,
  run,
  table,
  text,
} from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAkn } from "./readAkn.ts";
import { writeAkn } from "./write/writeAkn.ts";
import { writeMarkedAkn } from "./write/writeMarkedAkn.ts";

const texts = fc.constantFrom(...languages).chain(arbitraryText);
const amended = texts.chain((base) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

/** A text with every kind of clause, every mark, breaks, footnotes in all places, and hard white space. */
const everything = text("fr", [
  clause("source", "Group of States"),
  clause("field", "Two words", { label: "Summary:" }),
  clause("proposal", "GRP/1A2/3", { label: "MOD" }),
  clause("number", "RÉSOLUTION 12 (Rév. Genève, 2024)"),
  clause("title", content("On ", run("lists", "italic"), anchor("f1"))),
  clause("reference", "(Genève, 2024)"),
  clause("opening", "La Conférence de plénipotentiaires (Genève, 2024),"),
  clause("call", "considérant"),
  item("a)", content("one", lineBreak(), run("two", "bold", "italic"), '  three\t\r\n<four> & "five" ]]> ')),
  item("b)bis", "deep", { level: 3 }),
  item("i)", "less deep", { level: 1 }),
  clause("paragraph", "between", { level: 2, label: "1.1" }),
  table([
    ["x", [item("a)", content("in a table", anchor("f2"))), item("–", "again", { level: 1 })]],
    ["", "y"],
  ]),
  clause("table", []),
  clause("table", [], { rows: [{ id: "r", cells: [] }] }),
  clause("call", content(run("décide"), " ", run("en outre", "subscript", "superscript", "underline"))),
  item("1", "first"),
  item("–", "", { level: 1 }),
  clause("footnote", "in the middle", { id: "f3", label: "*" }),
  item("2", content("second", anchor("f3"))),
  clause("heading", "Scope", { label: "1", level: 2 }),
  clause("opening", "not at the head,"),
  clause("annexNumber", "ANNEXE 1"),
  clause("annexTitle", content("Titled ", run("so", "bold"))),
  clause("annexTitle", "and again", { label: "A" }),
  clause("reasons", "It is time.", { label: "Motifs:" }),
  clause("footnote", content("seen", anchor("f2")), { id: "f1", label: "1" }),
  clause("footnote", "in a table", { id: "f2", label: null }),
]);

/** The same without what the model does not allow, a footnote before the end. */
const proper = {
  ...everything,
  clauses: everything.clauses.filter(
    ({ id, content: said }) => id !== "f3" && !said.some((piece) => piece.type === "anchor" && piece.footnote === "f3"),
  ),
};

function elementIds(xml: string): string[] {
  return [...xml.matchAll(/ eId="([^"]*)"/g)].map((match) => match[1] ?? "");
}

function expectSound(xml: string): void {
  const ids = elementIds(xml);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of xml.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
  const mods = [...xml.matchAll(/<mod eId="([^"]*)"/g)].map((match) => match[1]);
  const sources = [...xml.matchAll(/<textualMod [^>]*><source href="#([^"]*)"/g)].map((match) => match[1]);
  expect(sources).toEqual(mods);
}

describe("writeAkn", () => {
  it("carries every kind of clause, mark, break, table and footnote", () => {
    const xml = writeAkn(everything);
    expectSound(xml);
    expect(readAkn(xml)).toEqual({
      texts: [
        { name: expect.stringContaining("On lists"), number: "RÉSOLUTION 12 (Rév. Genève, 2024)", text: everything },
      ],
      amendments: [],
      notes: [],
    });
  });

  it("read(write(text)) is the text, in six languages", () => {
    fc.assert(
      fc.property(texts, (base) => {
        const xml = writeAkn(base);
        expectSound(xml);
        expect(writeAkn(base)).toBe(xml);
        expect(readAkn(xml).texts.map((each) => each.text)).toEqual([base]);
      }),
    );
  });

  it("carries a text without clauses", () => {
    expect(readAkn(writeAkn(text("ar", []))).texts[0]?.text).toEqual(text("ar", []));
  });

  it("names the language, the number and the parts by the naming convention", () => {
    const xml = writeAkn(everything, { author: "Group of States", date: "2026-03-01T12:00:00Z" });
    expect(xml).toContain('<FRBRlanguage language="fra"/>');
    expect(xml).toContain('<statement name="resolution">');
    expect(xml).toContain("/akn/un/statement/deliberation/group-of-states/2026-03-01/résolution-12-rév-genève-2024");
    expect(xml).toContain('<mainBody eId="body" xml:lang="fr">');
    expect(xml).toContain('<paragraph eId="body__hcontainer_1__para_2">');
  });
});

describe("writeMarkedAkn", () => {
  const both = (xml: string) => readAkn(xml).amendments.map(({ base, current }) => ({ base, current }));

  it("gives base and current back from one file", () => {
    fc.assert(
      fc.property(amended, ([base, current]) => {
        const redline = compare(base, current, { ids: "trusted" });
        const xml = writeMarkedAkn(redline);
        expectSound(xml);
        expect(writeMarkedAkn(redline)).toBe(xml);
        expect(both(xml)).toEqual([{ base: reject(redline), current: accept(redline) }]);
        expect(both(xml)).toEqual([{ base, current }]);
      }),
    );
  });

  it("gives what accepting gives when ids say nothing", () => {
    fc.assert(
      fc.property(amended, texts, ([base, current], other) => {
        for (const now of [
          text(current.language, current.clauses.map(unnamed)),
          { ...other, language: base.language },
        ]) {
          const redline = compare(base, now);
          expect(both(writeMarkedAkn(redline))).toEqual([{ base, current: accept(redline) }]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has no modification for a text compared with itself", () => {
    const xml = writeMarkedAkn(compare(proper, proper));
    expect(xml).not.toContain("<mod ");
    expect(xml).toContain("<amendmentHeading><p>NOC</p></amendmentHeading>");
    expect(both(xml)).toEqual([{ base: proper, current: proper }]);
  });

  it("adds and suppresses whole texts", () => {
    const empty = text("fr", []);
    for (const [base, current, symbol] of [
      [empty, everything, "ADD"],
      [everything, empty, "SUP"],
    ] as const) {
      const [amendment] = readAkn(writeMarkedAkn(compare(base, current, { ids: "trusted" }))).amendments;
      expect(amendment).toMatchObject({ symbol, base, current });
    }
  });

  it("names what happened to each clause, and marks the words", () => {
    const base = text("en", [
      clause("call", "resolves"),
      item("1", "to go on as before;"),
      item("2", "to report to the Council;"),
      item("3", "to end."),
    ]);
    const [call, one, two, three] = base.clauses as [Clause, Clause, Clause, Clause];
    const current = {
      ...base,
      clauses: [
        call,
        { ...one, content: content("to go on as agreed;") },
        item("2", "to begin anew;", { id: "new" }),
        { ...three, label: "3" },
        clause("reasons", "It is <time>.", { id: "why", label: "Reasons:" }),
      ],
    };
    const xml = writeMarkedAkn(compare(base, current, { ids: "trusted" }), { number: "GRP/1/1", title: "Going on" });
    expect(xml).toContain("to go on as <del>before</del><ins>agreed</ins>;");
    expect(xml).toContain("<amendmentHeading><p>MOD</p></amendmentHeading>");
    expect(xml).toContain("<amendmentJustification>\n<p>It is &lt;time&gt;.</p>");
    expect([...xml.matchAll(/<textualMod type="(\w+)"/g)].map((match) => match[1])).toEqual([
      "substitution",
      "insertion",
      "repeal",
      "insertion",
    ]);
    expect(readAkn(xml).amendments).toEqual([{ symbol: "MOD", number: "GRP/1/1", title: "Going on", base, current }]);
    expect(two.label).toBe("2");
  });

  it("names a split and a join where the redline does", () => {
    const base = text("en", [item("1", "to go on, and to report;"), item("2", "to end,"), item("3", "at once.")]);
    const [one, two] = base.clauses as [Clause, Clause, Clause];
    const first = { ...one, content: content("to go on,") };
    const second = { ...one, id: "new", label: "2", content: content(" and to report;") };
    const joined = { ...two, label: "3", content: content("to end,at once.") };
    const current = { ...base, clauses: [first, second, joined] };
    const redline = compare(base, current, { ids: "trusted" });
    expect(redline.clauses.map(({ joint }) => joint)).toEqual([undefined, "split", undefined, "merge"]);
    const xml = writeMarkedAkn(redline);
    expectSound(xml);
    expect([...xml.matchAll(/<textualMod type="(\w+)"/g)].map((match) => match[1])).toEqual([
      "substitution",
      "split",
      "substitution",
      "join",
    ]);
    expect(xml).toContain("<num><del>2</del><ins>3</ins></num>");
    expect(both(xml)).toEqual([{ base, current }]);
  });

  it("marks the words in the cells of a table, and a new row", () => {
    const base = text("en", [
      table([
        ["seven", "ships"],
        ["of", "state"],
      ]),
    ]);
    const [one] = base.clauses as [Clause];
    const [first, second] = one.rows as [Row, Row];
    const [, cell] = first.cells as [Cell, Cell];
    const said = { ...cell.clauses[0]!, content: content("ships and boats") };
    const row = { ...first, cells: [first.cells[0]!, { ...cell, clauses: [said] }] };
    const fresh = text("en", [table([["new", "row"]], { id: "n" })]).clauses[0]!.rows;
    const current = { ...base, clauses: [{ ...one, rows: [row, ...fresh, second] }] };
    const xml = writeMarkedAkn(compare(base, current, { ids: "trusted" }));
    expectSound(xml);
    expect(xml).toContain("ships<ins> and boats</ins>");
    expect(xml).toContain("<ins>new</ins>");
    expect(both(xml)).toEqual([{ base, current }]);
  });

  it("renumbers by the label alone", () => {
    const base = text("en", [item("a)", "one;"), item("b)", "two.")]);
    const [one, two] = base.clauses as [Clause, Clause];
    const current = { ...base, clauses: [one, { ...two, label: "c)" }] };
    const xml = writeMarkedAkn(compare(base, current, { ids: "trusted" }));
    expect(xml).toContain('<textualMod type="renumbering"');
    expect(xml).toMatch(/MOD <ref [^>]*>b\)<\/ref> <quotedText [^>]*>c\)<\/quotedText>/);
    expect(both(xml)).toEqual([{ base, current }]);
  });
});

function unnamed(given: Clause, i: number): Clause {
  return given.kind === "footnote" ? given : { ...given, id: `other${i}` };
}
