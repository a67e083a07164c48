import { anchor, clause, content, flatten, item, run, text } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "./currentText.ts";
import { mergeClauses } from "./mergeClauses.ts";
import { splitClause } from "./splitClause.ts";
import { writeText } from "./writeText.ts";

const base = text("en", [
  clause("call", "resolves", { id: "r" }),
  item("1", "to build ten bridges; to count them every year;", { id: "a" }),
  item("2", content(run("to paint them, ", "bold"), run("twice"), anchor("f"), run(".")), { id: "b" }),
  clause("footnote", "A note.", { id: "f", label: "1" }),
]);

function draft(published = base) {
  const doc = new Y.Doc();
  writeText(doc, published);
  const current = () => readText(doc, published);
  const printed = () => current().clauses.map(({ label, content }) => `${label ?? ""}|${flatten(content)}`);
  return { doc, current, printed };
}

describe("splitting", () => {
  test("makes two clauses of one, numbered on", () => {
    const { doc, printed } = draft();
    expect(splitClause(doc, base, "a", 21, "new")).toBe("new");
    expect(printed().slice(1, 4)).toEqual([
      "1|to build ten bridges;",
      "2|to count them every year;",
      "3|to paint them, twice\uFFFC.",
    ]);
  });

  test("keeps formatting and anchors in the piece they stand in", () => {
    const { doc, current } = draft();
    expect(splitClause(doc, base, "b", 14, "new")).toBe("new");
    expect(
      current()
        .clauses.slice(2, 4)
        .map(({ content }) => content),
    ).toEqual([[run("to paint them,", "bold")], [run("twice"), anchor("f"), run(".")]]);
  });

  test("is refused where a piece would say nothing, inside a character, and for what is not there", () => {
    const { doc, current } = draft(text("en", [clause("paragraph", "a 👩‍👧 b", { id: "p" }), base.clauses[3]!]));
    for (const at of [-1, 0, 1.5, 3, 4, 9, 10, 99]) expect(splitClause(doc, current(), "p", at, "new")).toBe(null);
    expect(splitClause(doc, current(), "f", 2, "new")).toBe(null);
    expect(splitClause(doc, current(), "x", 2, "new")).toBe(null);
    expect(current().clauses).toHaveLength(2);
  });
});

describe("merging", () => {
  test("joins a clause with the next", () => {
    const { doc, printed } = draft();
    expect(mergeClauses(doc, base, "a")).toBe(true);
    expect(printed()).toEqual([
      "|resolves",
      "1|to build ten bridges; to count them every year; to paint them, twice\uFFFC.",
      "1|A note.",
    ]);
  });

  test("keeps words that are typed in the joined clause meanwhile", () => {
    const { doc, printed } = draft();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const words = other.getXmlFragment("text").get(2);
    const first = words instanceof Y.XmlElement ? words.firstChild : null;
    if (!(first instanceof Y.XmlText)) throw new Error("There are no words in the clause.");
    first.insert(0, "surely ");
    mergeClauses(doc, base, "a");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(printed().join("\n")).toContain("surely");
  });

  test("puts no space between Chinese sentences, and is refused before footnotes and at the end", () => {
    const zh = text("zh", [clause("paragraph", "一。", { id: "p" }), clause("paragraph", "二。", { id: "q" })]);
    const { doc, printed } = draft(zh);
    expect(mergeClauses(doc, zh, "q")).toBe(false);
    expect(mergeClauses(doc, zh, "p")).toBe(true);
    expect(printed()).toEqual(["|一。二。"]);
    const english = draft();
    expect(mergeClauses(english.doc, base, "b")).toBe(false);
    expect(mergeClauses(english.doc, base, "x")).toBe(false);
  });
});

test("what is split anywhere and joined again is as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.constantFrom("a", "b"), (at, id) => {
      const { doc, current } = draft();
      if (!splitClause(doc, base, id, at, "new")) {
        expect(current()).toEqual(base);
        return;
      }
      const said = base.clauses.find((each) => each.id === id);
      expect(current().clauses).toHaveLength(base.clauses.length + 1);
      expect(mergeClauses(doc, base, id)).toBe(true);
      const whole = flatten(current().clauses.find((each) => each.id === id)!.content);
      // A split inside a word leaves the space that joining puts there.
      expect(whole.replaceAll(" ", "")).toBe(flatten(said!.content).replaceAll(" ", ""));
      expect(current().clauses).toHaveLength(base.clauses.length);
    }),
  );
});
