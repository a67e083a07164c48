import { type Text, languages, plainText } from "@plenary/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendmentSymbol } from "../amendmentSymbol.ts";
import { accept, reject } from "../apply.ts";
import { compare } from "../compare.ts";
import { paragraphs } from "../print/paragraphs.ts";
import type { Redline } from "../redline.ts";
import { amendments, texts } from "./amended.ts";

/** What a text says: all but its ids. */
function saying(text: Text): unknown {
  const names = new Map<string, string>();
  return JSON.parse(
    JSON.stringify(text, (key, value: unknown) => {
      if (key !== "id" && key !== "footnote") return value;
      if (key === "id") return undefined;
      const known = names.get(String(value)) ?? `note ${names.size}`;
      names.set(String(value), known);
      return known;
    }),
  );
}

function some(redline: Redline, bits: number): string[] {
  return redline.changes.filter((_, i) => (bits >> (i % 30)) & 1).map(({ id }) => id);
}

describe.each(languages)("laws of a redline in %s", (language) => {
  test("[L1] accepting all gives the current text, rejecting all the base, with trusted ids to the letter", () => {
    fc.assert(
      fc.property(amendments(language), ({ base, current }) => {
        const redline = compare(base, current, { ids: "trusted" });
        expect(accept(redline)).toEqual(current);
        expect(reject(redline)).toEqual(base);
        expect(accept(redline, [])).toEqual(base);
        expect(reject(redline, [])).toEqual(current);
      }),
    );
  });

  test("[L1] the same by likeness, in what is said", () => {
    fc.assert(
      fc.property(amendments(language), texts(language), ({ base, current }, other) => {
        for (const one of [current, other]) {
          const redline = compare(base, one);
          expect(saying(accept(redline))).toEqual(saying(one));
          expect(reject(redline)).toEqual(base);
        }
      }),
    );
  });

  test("[L2] a text compared with itself has no change", () => {
    fc.assert(
      fc.property(texts(language), (one) => {
        for (const ids of ["trusted", "by-likeness"] as const) {
          const redline = compare(one, structuredClone(one), { ids });
          expect(redline.changes).toEqual([]);
          expect(amendmentSymbol(redline)).toBe("NOC");
        }
      }),
    );
  });

  test("[L3] accepting some and rejecting the rest are the same; what is left then leads to both texts", () => {
    fc.assert(
      fc.property(amendments(language), fc.nat(), ({ base, current }, bits) => {
        const redline = compare(base, current, { ids: "trusted" });
        const taken = some(redline, bits);
        const rest = redline.changes.map(({ id }) => id).filter((id) => !taken.includes(id));
        const middle = accept(redline, taken);
        expect(reject(redline, rest)).toEqual(middle);
        expect(accept(redline, taken.toReversed())).toEqual(middle);
        expect(accept(compare(middle, current, { ids: "trusted" }))).toEqual(current);
        expect(reject(compare(base, middle, { ids: "trusted" }))).toEqual(base);
      }),
    );
  });

  test("[L4] change ids are unique, ranges lie in order and apart, printed hunks join to both texts", () => {
    fc.assert(
      fc.property(amendments(language), ({ base, current }) => {
        const redline = compare(base, current);
        const ids = redline.changes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { changes } of redline.clauses) {
          const ranges = changes.filter(({ kind }) => kind === "text" || kind === "marks");
          ranges.slice(1).forEach((range, i) => {
            expect(range.fromA).toBeGreaterThanOrEqual(ranges[i]!.toA);
            expect(range.fromB).toBeGreaterThanOrEqual(ranges[i]!.toB);
          });
        }
        expect(lines(redline, "-")).toBe(plainText(base).replaceAll("\n", ""));
        expect(lines(redline, "+")).toBe(plainText(current).replaceAll("\n", ""));
      }),
    );
  });
});

function lines(redline: Redline, side: "-" | "+"): string {
  return paragraphs(redline)
    .flatMap(({ hunks }) => hunks.filter(([op]) => op === "=" || op === side).map(([, said]) => said))
    .join("")
    .replaceAll("\n", "");
}
