import { clause, flatten, run, text } from "@plenary/document";
import { writeHtml, writeMarkedHtml } from "@plenary/formats/html";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redlines } from "./redlines.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The words of a page's body with one side's marked words left out; one line a clause. */
function read(html: string, gone: "del" | "ins"): string {
  return html
    .slice(html.indexOf("<main>"))
    .replace(/<span class="symbol">\w+<\/span>|<sup class="anchor">.*?<\/sup>|<a class="back".*?<\/a>/g, "")
    .replace(new RegExp(`<${gone}[ >].*?</${gone}>`, "gs"), "")
    .replace(/\n/g, "")
    .replace(/<br\/>/g, "\u2028")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

const clean = (said: string): string =>
  said.replaceAll("\u0001", "").replaceAll("\uFFFC", "").replaceAll("\ud800", "\uFFFD");

describe("a marked-up page of random amendments", () => {
  it("reads as the current text without its deletions and as the base without its insertions", () => {
    fc.assert(
      fc.property(redlines, (redline) => {
        fc.pre(redline.clauses.every((entry) => (entry.base ?? entry.current)?.kind !== "table"));
        const html = writeMarkedHtml(redline);
        const words = (clauses: typeof redline.base.clauses): string =>
          [...clauses]
            .toSorted((a, b) => Number(a.kind === "footnote") - Number(b.kind === "footnote"))
            .map((one) => clean((one.label === null ? "" : `${one.label}\t`) + flatten(one.content)))
            .join("");
        expect(read(html, "del")).toBe(words(redline.current.clauses));
        expect(read(html, "ins")).toBe(words(redline.base.clauses));
      }),
    );
  });
});

describe("a page", () => {
  const hostile = text("ar", [
    clause("title", [run("<script>alert(1)</script>", "bold")]),
    clause("paragraph", "نص", { id: '"><img>', label: "<b>" }),
  ]);

  it("names its language and direction", () => {
    expect(writeHtml(hostile)).toContain('<html lang="ar" dir="rtl">');
  });

  it("holds no markup from the text", () => {
    const html = writeHtml(hostile, { title: "</title><script>" });
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<img>");
    expect(html).toContain("<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>");
  });
});
