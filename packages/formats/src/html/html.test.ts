import { compare } from "@plenary/diff";
import { clause, item, text } from "@plenary/document";
import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { amendments, jointRedlines } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { readMarkedHtml } from "./read/readMarkedHtml.ts";
import { type HtmlOptions, writeHtml, writeMarkedHtml } from "./writeHtml.ts";

it("a marked-up page gives the current text when all is accepted and the base when all is rejected", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      for (const ids of ["trusted", "by-likeness"] as const) {
        const read = readMarkedHtml(writeMarkedHtml(compare(base, current, { ids })));
        expect(textHash(read.base)).toBe(textHash(base));
        expect(textHash(read.current)).toBe(textHash(current));
        expect(read.seals.base?.hash).toBe(textHash(base));
        expect(read.seals.current?.hash).toBe(textHash(current));
      }
    }),
    { numRuns: 150 },
  );
});

it("clauses split and merged are lawful", () => {
  fc.assert(
    fc.property(jointRedlines, (redline) => {
      const read = readMarkedHtml(writeMarkedHtml(redline));
      expect(textHash(read.base)).toBe(textHash(redline.base));
      expect(textHash(read.current)).toBe(textHash(redline.current));
    }),
    { numRuns: 60 },
  );
});

it("a clean page says the text twice, and proves its base", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      const read = readMarkedHtml(writeHtml(current, { base }));
      expect(textHash(read.current)).toBe(textHash(current));
      expect(textHash(read.base)).toBe(textHash(current));
      expect(read.seals.amends?.hash).toBe(textHash(base));
    }),
    { numRuns: 60 },
  );
});

describe("who made a change", () => {
  const base = text("en", [clause("paragraph", "one two three", { id: "a" }), item("a)", "to go", { id: "b" })]);
  const current = text("en", [
    clause("paragraph", "one TWO three", { id: "a" }),
    clause("paragraph", "new", { id: "n" }),
  ]);
  const redline = compare(base, current, { ids: "trusted" });
  const authorOf: HtmlOptions["authorOf"] = ({ deleted, inserted }) => {
    const date = "2026-04-01T08:00:00";
    if (inserted === "TWO") return { person: '"Ana" <b>', group: "IAP", date };
    return deleted === "to go" ? { person: null, group: "APT", date } : null;
  };

  it("is the title of its words: group and person, where that is asked for", () => {
    const page = writeMarkedHtml(redline, { authorOf, authors: "group-and-person" });
    expect(page).toContain('<ins title="IAP – &quot;Ana&quot; &lt;b&gt;, 2026-04-01">TWO</ins>');
    expect(page).toContain('<del title="APT, 2026-04-01">to go</del>');
    expect(page).toContain("<ins>new</ins>");
  });

  it("is the group alone unless asked for, and nobody at no time if so asked", () => {
    expect(writeMarkedHtml(redline, { authorOf })).toContain('<ins title="IAP, 2026-04-01">TWO</ins>');
    expect(writeMarkedHtml(redline, { authorOf })).not.toContain("Ana");
    expect(writeMarkedHtml(redline, { authorOf, authors: "none" })).not.toContain(" title=");
  });

  it("is said of every change but renumbering, and changes neither text", () => {
    const authorOfAll: HtmlOptions["authorOf"] = ({ id }) => ({ person: id, group: "G", date: "2026-04-01T08:00:00Z" });
    fc.assert(
      fc.property(amendments, ([one, other]) => {
        const page = writeMarkedHtml(compare(one, other), { authorOf: authorOfAll, authors: "group-and-person" });
        const read = readMarkedHtml(page);
        expect(textHash(read.base)).toBe(textHash(one));
        expect(textHash(read.current)).toBe(textHash(other));
        const words = page.replaceAll(/<span class="label">.*?<\/span>/g, "");
        expect(words.match(/<(ins|del)(?! class="moved"><del)(?![^>]* title=)[^>]*>/g) ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it("other pages are refused with what to do", () => {
  expect(() => readMarkedHtml("<!doctype html><p>one<p>two")).toThrow(/exported file/);
  expect(() => readMarkedHtml('<!doctype html><html lang="en"><body/></html>')).toThrow(/not written by Plenary/);
});
