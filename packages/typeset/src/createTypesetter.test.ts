import { compare } from "@plenary/diff";
import { type Text, anchor, clause, item, languages, run, table, text } from "@plenary/document";
import { type PrintedPage, cleanPage, comparisonPage, markedPage } from "@plenary/formats/pdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Typesetter, createTypesetter } from "./createTypesetter.ts";

const options = { date: "2026-03-01T12:00:00Z" };
const base: Text = text("en", [
  clause("title", "Pigeons #strong[of] $the$ post"),
  clause("call", "resolves"),
  item("1", "to begin at once;"),
  item("2", [run("to end"), anchor("n")]),
  table([["when", "what"]]),
  clause("footnote", "Or later.", { id: "n", label: "1" }),
]);
const current: Text = {
  ...base,
  clauses: base.clauses.map((each) =>
    each.label === "1" && each.kind === "item" ? { ...each, content: [run("to begin soon;")] } : each,
  ),
};
let typesetter: Typesetter;
beforeAll(() => {
  typesetter = createTypesetter();
});
afterAll(() => typesetter.close());

const source = (pdf: Uint8Array): string => new TextDecoder("latin1").decode(pdf);

describe("a PDF", () => {
  const pages: [string, PrintedPage][] = [
    ["clean", cleanPage(current, options)],
    ["marked", markedPage(compare(base, current), options)],
    ["table", comparisonPage(compare(base, current), options)],
  ];
  it.each(pages)("%s is tagged, of that date, and the same bytes again", async (_, page) => {
    const pdf = await typesetter.set(page);
    expect(source(pdf.subarray(0, 5))).toBe("%PDF-");
    expect(source(pdf)).toContain("/StructTreeRoot");
    expect(source(pdf)).toContain("D:20260301");
    expect(await typesetter.set(page)).toEqual(pdf);
  });

  it.each(languages)("is set in %s, whatever fonts were loaded before", async (language) => {
    const said = {
      ...base,
      language,
      clauses: [...base.clauses, clause("paragraph", "قرار 决议 решение", { id: "x" })],
    };
    const first = await typesetter.set(cleanPage(said, options));
    const other = createTypesetter();
    expect(await other.set(cleanPage(said, options))).toEqual(first);
    await other.close();
  });

  it("refuses a date that is none", () => {
    expect(() => cleanPage(base, { date: "soon" })).toThrow(/ISO 8601/);
  });
});

describe("the typesetter", () => {
  it("gives up a page on the way and goes on with the next", async () => {
    const control = new AbortController();
    const long = {
      ...base,
      clauses: Array.from({ length: 3000 }, (_, i) => clause("paragraph", `word ${i}`, { id: `p${i}` })),
    };
    const given = typesetter.set(cleanPage(long, options), control.signal);
    const next = typesetter.set(cleanPage(base, options));
    control.abort(new Error("not wanted"));
    await expect(given).rejects.toThrow("not wanted");
    expect((await next).length).toBeGreaterThan(1000);
  });

  it("rejects what waits when it is closed", async () => {
    const own = createTypesetter();
    const given = own.set(cleanPage(base, options));
    await Promise.all([expect(given).rejects.toThrow("closed"), own.close()]);
    await expect(own.set(cleanPage(base, options))).rejects.toThrow("closed");
  });
});
