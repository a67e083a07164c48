import { compare } from "@plenary/diff";
import { type Clause, type Language, type Text, clause, flatten, item, relabel, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import { type StaleReference, staleReferences } from "./staleReferences.ts";

function saying(language: Language, call: string, reference: string): Text {
  return text(language, [
    clause("call", call, { id: "call" }),
    item("1", "one;", { id: "one" }),
    item("2", "two;", { id: "two" }),
    item("a)", "inner;", { id: "inner", level: 1 }),
    item("b)", "other;", { id: "other", level: 1 }),
    item("3", reference, { id: "three" }),
  ]);
}

/** The text with an item put in before, or one taken out, numbered anew. */
function amended(base: Text, work: (clauses: readonly Clause[]) => readonly Clause[]): Text {
  return { ...base, clauses: relabel(base, work(base.clauses)) };
}

const added =
  (before: string, label: string, level = 0) =>
  (clauses: readonly Clause[]) =>
    clauses.flatMap((one) => (one.id === before ? [item(label, "new;", { id: "new", level }), one] : [one]));
const without = (id: string) => (clauses: readonly Clause[]) => clauses.filter((one) => one.id !== id);

function stale(base: Text, work: (clauses: readonly Clause[]) => readonly Clause[]): readonly StaleReference[] {
  return staleReferences(compare(base, amended(base, work), { ids: "trusted" }));
}

const fixed = ({ said, edits }: StaleReference): string =>
  edits.toReversed().reduce((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), said);

describe("a reference follows the clause that it names", () => {
  test.each([
    ["en", "resolves", "to report on resolves 2 above;", "to report on resolves 3 above;"],
    ["fr", "décide", "de faire rapport sur le décide 2 ci-dessus;", "de faire rapport sur le décide 3 ci-dessus;"],
    ["es", "resuelve", "informar sobre el resuelve 2 anterior;", "informar sobre el resuelve 3 anterior;"],
    ["ru", "решает", "сообщать о пункте 2 раздела решает, выше;", "сообщать о пункте 3 раздела решает, выше;"],
    ["ar", "تقرر", 'تقديم تقرير عن الفقرة 2 من "تقرر" أعلاه؛', 'تقديم تقرير عن الفقرة 3 من "تقرر" أعلاه؛'],
    ["zh", "做出决议", "就做出决议2进行报告；", "就做出决议3进行报告；"],
  ] as const)("%s", (language, call, said, wanted) => {
    const found = stale(saying(language, call, said), added("two", "2"));
    expect(found.map(fixed)).toEqual([wanted]);
    expect(found[0]?.clause).toBe("three");
    expect(stale(saying(language, call, said), (clauses) => clauses)).toEqual([]);
  });

  test.each([
    ["as in resolves 2 a) above;", added("inner", "a)", 1), "as in resolves 2 b) above;"],
    ["as in resolves 2 b) above;", added("two", "2"), "as in resolves 3 b) above;"],
    ["as in resolves 1 and 2;", added("one", "1"), "as in resolves 2 and 3;"],
    ["as in resolves 1 and 2;", added("two", "2"), "as in resolves 1 and 3;"],
  ] as const)("%s", (said, work, wanted) => {
    expect(stale(saying("en", "resolves", said), work).map(fixed)).toEqual([wanted]);
  });
});

test("a reference to a clause that is gone is told, and has no fix", () => {
  const [found, ...more] = stale(saying("en", "resolves", "as in resolves 1;"), without("one"));
  expect(more).toEqual([]);
  expect(found).toMatchObject({ now: null, edits: [] });
  expect(found?.said.slice(found.from, found.to)).toBe("resolves 1");
});

test("what is fixed is stale no longer", () => {
  const base = saying("en", "resolves", "as in resolves 2;");
  const current = amended(base, added("two", "2"));
  const [found] = staleReferences(compare(base, current, { ids: "trusted" }));
  const clauses = current.clauses.map((one) =>
    one.id === "three" && found ? clause("item", fixed(found), { id: "three", label: one.label }) : one,
  );
  expect(flatten(clauses.at(-1)!.content)).toBe("as in resolves 3;");
  expect(staleReferences(compare(base, { ...current, clauses }, { ids: "trusted" }))).toEqual([]);
});

test("references to other texts, to what the base does not have, and under a call that stands twice are left alone", () => {
  expect(stale(saying("en", "resolves", "as in Resolution 2 (Rev. Porto, 2023);"), added("one", "1"))).toEqual([]);
  expect(stale(saying("en", "resolves", "as in resolves 9;"), added("one", "1"))).toEqual([]);
  const twice = saying("en", "resolves", "as in resolves 2;");
  const doubled = {
    ...twice,
    clauses: [...twice.clauses, clause("call", "resolves", { id: "again" }), item("2", "x;", { id: "x" })],
  };
  expect(stale(doubled, added("one", "1"))).toEqual([]);
});
