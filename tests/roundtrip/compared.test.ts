import { compare } from "@plenary/diff";
import { type Text, languages, table, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import { writeMarkedDocx } from "@plenary/formats/docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faults, trackedText } from "./trackedText.ts";
import { wordLines } from "./wordLines.ts";

const options = { author: "A", date: "2026-03-01T12:00:00Z" };
const amended = fc
  .constantFrom(...languages)
  .chain((language) => arbitraryText(language))
  .chain((base: Text) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

const words = fc.constantFrom("", "Year", "1 000", "Africa", "the Arab States", "2026 (planned)");
const grid = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, rows]) =>
    fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
  );
const steps = fc.array(
  fc.record({
    at: fc.nat(4),
    said: words,
    type: fc.constantFrom(
      "row" as const,
      "dropRow" as const,
      "column" as const,
      "dropColumn" as const,
      "cell" as const,
      "say" as const,
    ),
  }),
  { minLength: 1, maxLength: 5 },
);
const tables = fc.tuple(grid, steps).map(([rows, list]): [Text, Text] => {
  const amendedRows = list.reduce<readonly (readonly string[])[]>((now, { at, said, type }) => {
    const place = at % Math.max(1, now.length);
    switch (type) {
      case "row":
        return now.toSpliced(
          place,
          0,
          (now[0] ?? [""]).map((_, c) => `${said} ${c}`),
        );
      case "dropRow":
        return now.length > 1 ? now.toSpliced(place, 1) : now;
      case "column":
        return now.map((row, r) => row.toSpliced(at, 0, r === 0 ? said : `${r}`));
      case "dropColumn":
        return now.map((row) => (row.length > 1 ? row.toSpliced(at % row.length, 1) : row));
      case "cell":
        return now.map((row, r) => (r === place ? [...row, said] : row));
      case "say":
        return now.map((row, r) => (r === place ? row.with(at % row.length, said) : row));
    }
  }, rows);
  return [text("en", [table(rows)]), text("en", [table(amendedRows)])];
});

describe("a compared amendment in Word", () => {
  for (const ids of ["trusted", "by-likeness"] as const) {
    it(`gives the current text when accepted and the base when rejected, ids ${ids}`, () => {
      let changed = 0;
      fc.assert(
        fc.property(amended, ([base, current]) => {
          const redline = compare(base, current, { ids });
          const file = writeMarkedDocx(redline, options);
          expect(trackedText(file, "accept")).toEqual(wordLines(current, base));
          expect(trackedText(file, "reject")).toEqual(wordLines(base, current));
          expect(faults(file)).toEqual([]);
          changed += redline.changes.length > 0 ? 1 : 0;
        }),
        { numRuns: 150 },
      );
      expect(changed).toBeGreaterThan(50);
    });
  }

  it("does so when columns, rows and cells of a table come and go", () => {
    let columns = 0;
    fc.assert(
      fc.property(tables, ([base, current]) => {
        const redline = compare(base, current);
        const file = writeMarkedDocx(redline, options);
        expect(trackedText(file, "accept")).toEqual(wordLines(current, base));
        expect(trackedText(file, "reject")).toEqual(wordLines(base, current));
        expect(faults(file)).toEqual([]);
        columns += redline.changes.some(({ kind }) => kind === "column") ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(columns).toBeGreaterThan(80);
  });
});
