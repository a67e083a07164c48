import { compare } from "@plenary/diff";
import { type Text, clause, languages, plainText, run, text } from "@plenary/document";
import { arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import markdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { expect, it } from "vitest";
import { amendments, jointRedlines } from "../marked/testing/amendments.ts";
import { writeMarkdown, writeMarkedMarkdown } from "./writeMarkdown.ts";

const reader = markdownIt({ html: true }).use(footnotes);
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The words that another program reads in Markdown, without white space, which prose may fold. */
function read(markdown: string): string {
  return reader
    .render(markdown)
    .replace(/<!--.*?-->/g, "")
    .replace(/<sup class="footnote-ref">.*?<\/sup>|<a href[^>]*class="footnote-backref">.*?<\/a>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s/g, "");
}

/** What a text says; footnotes last and without their numbers, which readers give anew. */
function said(given: Text): string {
  return plainText({
    ...given,
    clauses: given.clauses.map((each) => (each.kind === "footnote" ? { ...each, label: null } : each)),
  }).replace(/\s/g, "");
}

const critic = (gone: "+" | "-", markdown: string): string => {
  const stays = gone === "+" ? "-" : "+";
  const marks = (sign: string): RegExp =>
    new RegExp(`(?<!\\\\)\\{\\${sign}\\${sign}(.*?)\\${sign}\\${sign}(?<!\\\\)\\}`, "gs");
  return markdown.replace(marks(gone), "").replace(marks(stays), "$1");
};

it("the clean text is read by another program as it was", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages).chain((language) => arbitraryText(language)),
      (given) => {
        expect(read(writeMarkdown(given))).toBe(said(given));
      },
    ),
    { numRuns: 150 },
  );
});

it("nothing that a text says is formatting, a list, a link, code, HTML or a tracked change", () => {
  const wild = fc
    .array(
      fc.constantFrom(
        ..."\\`*_{}[]()<>#+-.!|~&=:$^\"'/@1a ".split(""),
        "{++",
        "--}",
        "    ",
        "\t",
        "1. ",
        "- ",
        "***",
        "http://a.b",
        "&amp;",
        "<b>",
        "[^1]: ",
        "文",
        "ـ",
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.array(wild, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("paragraph", "item", "title"),
      (lines, kind) => {
        const given = text(
          "en",
          lines.map((line, i) => clause(kind, [run(line)], { label: i % 2 === 0 ? "1." : null })),
        );
        expect(read(writeMarkdown(given))).toBe(said(given));
      },
    ),
    { numRuns: 400 },
  );
});

it("the marked-up text gives the current one when all is accepted and the base when all is rejected", () => {
  const redlines = fc.oneof(
    amendments.map(([base, current]) => compare(base, current)),
    jointRedlines,
  );
  fc.assert(
    fc.property(redlines, (redline) => {
      const markdown = writeMarkedMarkdown(redline);
      expect(read(critic("-", markdown))).toBe(said(redline.current));
      expect(read(critic("+", markdown))).toBe(said(redline.base));
    }),
    { numRuns: 200 },
  );
});
