import { type Clause, clause, content, item, languages, relabel, run, table, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "./currentText.ts";
import { isEmpty } from "./isEmpty.ts";
import { readClauses } from "./readClauses.ts";
import { replaceText } from "./replaceText.ts";
import { writeText } from "./writeText.ts";

const language = fc.constantFrom(...languages);
const amended = language.chain(arbitraryText).chain((base) => {
  // Labels follow from `relabel`, so a target is one whose labels it leaves as they are.
  const target = arbitraryEdit(base).filter(({ clauses }) => sameLabels(clauses, relabel(base, clauses)));
  return fc.tuple(fc.constant(base), target, target);
});

function sameLabels(one: readonly Clause[], other: readonly Clause[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function live(base: ReturnType<typeof text>): Y.Doc {
  const doc = new Y.Doc();
  writeText(doc, base);
  return doc;
}

describe("replaceText", () => {
  test("reaches any amendment, another one from there, and the base again", () => {
    let moved = 0;
    fc.assert(
      fc.property(amended, ([base, one, other]) => {
        const doc = live(base);
        for (const target of [one, other, base]) {
          replaceText(doc, base, target);
          expect(readText(doc, base)).toEqual(target);
        }
        if (readClauses(doc).length > base.clauses.length) moved++;
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(0);
  });

  test("writes nothing when nothing differs", () => {
    fc.assert(
      fc.property(amended, ([base, one]) => {
        const doc = live(base);
        replaceText(doc, base, one);
        let updates = 0;
        doc.on("update", () => updates++);
        replaceText(doc, base, one);
        expect(updates).toBe(0);
      }),
    );
  });

  test("keeps the elements of the base, those of suppressed and moved clauses emptied", () => {
    fc.assert(
      fc.property(amended, ([base, one]) => {
        const doc = live(base);
        const before = doc.getXmlFragment("text").toArray();
        const stay = before.filter((_, i) => !isEmpty(base.clauses[i]!));
        replaceText(doc, base, one);
        const after = new Set<unknown>(doc.getXmlFragment("text").toArray());
        expect(stay.every((element) => after.has(element))).toBe(true);
      }),
    );
  });

  const base = text("en", [
    clause("call", "resolves", { id: "r" }),
    item("1", content("to ", run("build"), " bridges 👩‍👩‍👧 of stone;"), { id: "a" }),
    item("2", "to test them;", { id: "b" }),
    table(
      [
        ["Year", "Bridges"],
        ["2027", "four"],
      ],
      { id: "t" },
    ),
  ]);
  const target = (change: (clauses: typeof base.clauses) => typeof base.clauses) => ({
    ...base,
    clauses: change(base.clauses),
  });
  const delta = (doc: Y.Doc, act: () => void): unknown[] => {
    const seen: unknown[] = [];
    doc.getXmlFragment("text").observeDeep((events) => {
      for (const event of events) seen.push(event.delta.length > 0 ? event.delta : [...event.changes.keys.keys()]);
    });
    act();
    return seen;
  };
  const words = (id: string, ...said: Parameters<typeof content>) =>
    target((clauses) => clauses.map((given) => (given.id === id ? { ...given, content: content(...said) } : given)));

  test("writes a word as a word", () => {
    const doc = live(base);
    expect(delta(doc, () => replaceText(doc, base, words("b", "to try them;")))).toEqual([
      [{ retain: 4 }, { delete: 3 }, { insert: "ry" }],
    ]);
  });

  test("does not cut a family of emoji in two", () => {
    const doc = live(base);
    replaceText(doc, base, words("a", "to build bridges 👩‍👩‍👦 of stone;"));
    expect(readText(doc, base)).toEqual(words("a", "to build bridges 👩‍👩‍👦 of stone;"));
    const other = live(base);
    expect(delta(other, () => replaceText(other, base, words("a", "to build bridges 👩‍👩‍👦 of stone;")))).toEqual([
      [{ retain: 17 }, { delete: 8 }, { insert: "👩‍👩‍👦" }],
    ]);
  });

  test("writes formatting as formatting", () => {
    const doc = live(base);
    const bold = words("b", "to ", run("test", "bold"), " them;");
    expect(delta(doc, () => replaceText(doc, base, bold))).toEqual([
      [{ retain: 3 }, { retain: 4, attributes: { bold: {} } }],
    ]);
    expect(readText(doc, base)).toEqual(bold);
  });

  test("changes a kind and a level as attributes", () => {
    const doc = live(base);
    const heading = target((clauses) =>
      clauses.map((given) => (given.id === "b" ? { ...given, kind: "heading", level: 1, label: null } : given)),
    );
    expect(delta(doc, () => replaceText(doc, base, heading))).toEqual([["level", "kind", "label"]]);
    expect(readText(doc, base)).toEqual(heading);
    replaceText(doc, base, base);
    expect(readText(doc, base)).toEqual(base);
  });

  test("edits a cell of a table, takes a row out and brings it back", () => {
    const doc = live(base);
    const fewer = target((clauses) =>
      clauses.map((given) => (given.id === "t" ? { ...given, rows: given.rows.slice(1) } : given)),
    );
    replaceText(doc, base, fewer);
    expect(readText(doc, base)).toEqual(fewer);
    replaceText(doc, base, base);
    expect(readText(doc, base)).toEqual(base);
  });
});
