import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEdit, arbitraryText } from "../arbitrary/index.ts";
import { clause, item, table, text } from "../build.ts";
import type { Clause, Text } from "../clause.ts";
import type { Language } from "../language.ts";
import { relabel } from "./relabel.ts";

const languages: readonly Language[] = ["en", "fr", "es", "ru", "ar", "zh"];

/** The labels of clauses, one string. */
function labels(clauses: readonly Clause[]): string {
  return clauses.map((each) => each.label ?? "·").join(" | ");
}

/** A text of one list, and a list of steps on it: a label removed with "-", an added sample with "+". */
function list(language: Language, ...given: string[]): Text {
  return text(
    language,
    given.map((label) => item(label, `says ${label}`)),
  );
}

function added(label: string, id = "n"): Clause {
  return item(label, "new", { id });
}

describe("laws", () => {
  for (const language of languages) {
    const given = arbitraryText(language);
    test(`a text as published keeps every clause (${language})`, () => {
      fc.assert(
        fc.property(given, fc.constantFrom("renumber", "keep"), (published, scheme) => {
          expect(relabel(published, published.clauses, scheme)).toBe(published.clauses);
        }),
      );
    });
    test(`twice is once (${language})`, () => {
      const edited = given.chain((published) => fc.tuple(fc.constant(published), arbitraryEdit(published)));
      fc.assert(
        fc.property(edited, fc.constantFrom("renumber", "keep"), ([published, current], scheme) => {
          const once = relabel(published, current.clauses, scheme);
          expect(relabel(published, once, scheme)).toBe(once);
        }),
      );
    });
  }

  test("labels of the current text don't matter but for their style", () => {
    const published = list("en", "a)", "b)", "c)", "d)");
    fc.assert(
      fc.property(fc.subarray([...published.clauses]), fc.constantFrom("a)", "z)", "c)bis"), (kept, sample) => {
        const restyled = kept.map((each) => ({ ...each, label: sample }));
        expect(labels(relabel(published, restyled))).toBe(labels(relabel(published, kept)));
      }),
    );
  });
});

describe("renumber", () => {
  test("a removed item shifts the later ones", () => {
    const published = list("en", "a)", "b)", "c)", "d)");
    expect(labels(relabel(published, published.clauses.toSpliced(1, 1)))).toBe("a) | b) | c)");
  });

  test("an added item shifts the later ones; unchanged clauses are the same objects", () => {
    const published = list("en", "1", "2", "3");
    const out = relabel(published, published.clauses.toSpliced(1, 0, added("1")));
    expect(labels(out)).toBe("1 | 2 | 3 | 4");
    expect(out[0]).toBe(published.clauses[0]);
  });

  test("z is followed by aa, bb", () => {
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => `${letter})`);
    const published = list("en", ...letters);
    const out = relabel(published, [...published.clauses, added("a)", "n1"), added("a)", "n2")]);
    expect(labels(out.slice(-3))).toBe("z) | aa) | bb)");
  });

  test("the ninth letter is not Roman one", () => {
    const published = list("en", "g)", "h)", "i)", "j)");
    expect(labels(relabel(published, published.clauses.toSpliced(0, 1)))).toBe("g) | h) | i)");
  });

  test("Arabic letters are printed as published, the rest with the space of letters that do not join", () => {
    const spaced = list("ar", "أ )", "ب)", "ج)", "د )");
    expect(labels(relabel(spaced, spaced.clauses.toSpliced(1, 0, added("أ )"))))).toBe("أ ) | ب) | ج) | د ) | هـ )");
    const tight = list("ar", "أ)", "ب)", "ج)");
    expect(labels(relabel(tight, [...tight.clauses, added("ب)")]))).toBe("أ) | ب) | ج) | د)");
  });

  test("a Cyrillic letter that looks Latin belongs to the Latin list", () => {
    const published = list("ru", "a)", "b)", "с)", "d)");
    expect(labels(relabel(published, published.clauses.toSpliced(3, 1)))).toBe("a) | b) | с)");
    expect(labels(relabel(published, published.clauses.toSpliced(0, 1)))).toBe("a) | b) | с)");
  });

  test("Chinese figures and full-width brackets", () => {
    const figures = list("zh", "九", "十", "十一");
    expect(labels(relabel(figures, [...figures.clauses, added("九")]))).toBe("九 | 十 | 十一 | 十二");
    const brackets = list("zh", "1）", "2）");
    expect(labels(relabel(brackets, [added("1）"), ...brackets.clauses]))).toBe("1） | 2） | 3）");
  });

  test("a call ends a list; a sub-list and an unlabelled paragraph do not", () => {
    const published = text("en", [
      clause("call", "considering"),
      item("a)", "x"),
      item("i)", "x", { level: 1 }),
      item("ii)", "x", { level: 1 }),
      item("b)", "x"),
      clause("paragraph", "between"),
      item("c)", "x"),
      clause("call", "noting"),
      item("a)", "x"),
      item("b)", "x"),
    ]);
    const out = relabel(published, published.clauses.toSpliced(2, 0, added("a)")));
    expect(labels(out)).toBe("· | a) | b) | i) | ii) | c) | · | d) | · | a) | b)");
  });

  test("numbered paragraphs follow their heading", () => {
    const published = text("en", [
      clause("heading", "One", { label: "1" }),
      clause("paragraph", "x", { label: "1.1" }),
      clause("paragraph", "x", { label: "1.2" }),
      clause("heading", "Two", { label: "2" }),
      clause("paragraph", "x", { label: "2.1" }),
    ]);
    const heading = clause("heading", "New", { id: "n", label: "1" });
    expect(labels(relabel(published, [heading, ...published.clauses]))).toBe("1 | 2 | 2.1 | 2.2 | 3 | 3.1");
    expect(labels(relabel(published, published.clauses.slice(3)))).toBe("1 | 1.1");
  });

  test("a moved item takes the number of its place", () => {
    const published = list("en", "a)", "b)", "c)");
    const [a, b, c] = published.clauses;
    const out = relabel(published, [c!, a!, b!]);
    expect(out.map((each) => `${each.id} ${each.label}`)).toEqual(["c3 a)", "c1 b)", "c2 c)"]);
  });

  test("a cell of a table is numbered for itself", () => {
    const published = text("en", [item("1", "x"), table([[[item("1", "x"), item("2", "x")], "y"]]), item("2", "x")]);
    const grid = published.clauses[1]!;
    const row = grid.rows[0]!;
    const cell = row.cells[0]!;
    const cut = { ...grid, rows: [{ ...row, cells: [{ ...cell, clauses: cell.clauses.slice(1) }, row.cells[1]!] }] };
    const out = relabel(published, published.clauses.with(1, cut));
    expect(out[1]?.rows[0]?.cells[0]?.clauses[0]?.label).toBe("1");
    expect(labels([out[0]!, out[2]!])).toBe("1 | 2");
  });

  test("bullets stay, and so do labels that are no ordinals", () => {
    const published = list("en", "•", "•", "Summary:");
    expect(labels(relabel(published, [added("–"), ...published.clauses.slice(1)]))).toBe("– | • | Summary:");
  });
});

describe("keep and derive", () => {
  test.each([
    ["en", ["a)", "b)"], "a)", "a) | a)bis | b)"],
    ["en", ["1", "2", "2A", "3"], "1", "1 | 1A | 2 | 2A | 3"],
    ["fr", ["a)", "abis)", "b)"], "a)", "a) | ater) | abis) | b)"],
    ["ar", ["أ )", "ب)"], "أ )", "أ )مكرراً | ب)"],
    ["zh", ["a)", "b)"], "a)", "a) | a之二) | b)"],
  ] as const)("%s %j", (language, given, sample, expected) => {
    const published = list(language, ...given);
    const out = labels(relabel(published, published.clauses.toSpliced(1, 0, added(sample)), "keep"));
    expect(out).toBe(language === "ar" ? `أ ) | ${expected}` : expected);
  });

  test("a list with a gap keeps its labels under renumber too; a suppressed number is not used again", () => {
    const published = list("en", "1", "2", "4");
    expect(labels(relabel(published, published.clauses.slice(0, 2)))).toBe("1 | 2");
    expect(labels(relabel(published, [...published.clauses.slice(0, 2), added("1")]))).toBe("1 | 2 | 5");
  });

  test("what stands before the first", () => {
    const published = list("en", "1", "2");
    expect(labels(relabel(published, [added("1"), ...published.clauses], "keep"))).toBe("0bis | 1 | 2");
  });
});

describe("letters that look alike in two alphabets", () => {
  test("an added clause is of the list that goes on behind it", () => {
    const published = list("ru", "с)", "d)");
    const current = [clause("item", "new", { id: "n", label: "с)" }), ...published.clauses];
    expect(labels(relabel(published, current))).toBe("с) | d) | e)");
  });

  test("an added clause takes part in a list that reached as far once", () => {
    const published = list("ru", "a)", "b)", "с)", "d)", "е)");
    const current = [...published.clauses.slice(0, 3), clause("item", "new", { id: "n", label: "е)" })];
    expect(labels(relabel(published, current))).toBe("a) | b) | с) | d)");
  });

  test("where only Latin lists are published a letter that looks Latin is Latin", () => {
    const published = list("ru", "a)");
    const call = clause("call", "решает", { id: "k" });
    const current = [...published.clauses, call, clause("item", "new", { id: "n", label: "е)" })];
    expect(labels(relabel(published, current).slice(-1))).toBe("a)");
  });
});
