import { clause, flatten, item, text } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "../draft/currentText.ts";
import { writeText } from "../draft/writeText.ts";
import { type StructureCommand, runCommand } from "./runCommand.ts";

const said = "to build ten bridges; to count them every year;";
const base = text("en", [
  clause("call", "resolves", { id: "r" }),
  item("1", said, { id: "a" }),
  item("2", "to paint them twice.", { id: "b" }),
  clause("footnote", "A note.", { id: "f", label: "1" }),
]);

function draft() {
  const doc = new Y.Doc();
  writeText(doc, base);
  let made = 0;
  return {
    doc,
    run: (command: StructureCommand) => runCommand(doc, base, command, `new${++made}`),
    lines: () => readText(doc, base).clauses.map(({ label, content }) => `${label ?? ""}|${flatten(content)}`),
  };
}

/** The command of somebody who saw these words in the clause. */
function split(at: number, words = said, of = "a"): StructureCommand {
  return { command: "split", clause: of, at, ...place(at, words) };
}

function place(at: number, words = said) {
  return { before: words.slice(Math.max(0, at - 12), at), after: words.slice(at, at + 12) };
}

describe("a split that was asked for", () => {
  test("makes the clause that it names", () => {
    const { run, lines } = draft();
    expect(run(split(21))).toEqual({ outcome: "done", made: "new1" });
    expect(lines().slice(1, 4)).toEqual([
      "1|to build ten bridges;",
      "2|to count them every year;",
      "3|to paint them twice.",
    ]);
  });

  test("twice at one place is done once", () => {
    const { run, lines } = draft();
    run(split(21));
    expect(run(split(21))).toEqual({ outcome: "unchanged", made: "new1" });
    expect(lines()).toHaveLength(5);
  });

  test.each([
    [21, 35],
    [35, 21],
  ])("at %i and at %i, both by the words as they were, makes three clauses", (first, second) => {
    const { run, lines } = draft();
    run(split(first));
    expect(run(split(second))).toMatchObject({ outcome: "done" });
    expect(lines().slice(1, 4)).toEqual(["1|to build ten bridges;", "2|to count them", "3|every year;"]);
  });

  test("where words came before the place goes with its words, and where it changed nothing is done", () => {
    const { run, lines } = draft();
    expect(run(split(21, "to raze nineteen dams, and quickly"))).toEqual({ outcome: "changed" });
    expect(run(split(3, said, "x"))).toEqual({ outcome: "missing" });
    expect(run({ ...place(21), command: "split", clause: "a", at: 24 })).toMatchObject({ outcome: "done" });
    expect(lines()[1]).toBe("1|to build ten bridges;");
  });
});

describe("a merge that was asked for", () => {
  test("needs the two clauses to stand together", () => {
    const { run, lines } = draft();
    expect(run({ command: "merge", clause: "a", next: "f" })).toEqual({ outcome: "changed" });
    expect(run({ command: "merge", clause: "a", next: "b" })).toEqual({ outcome: "done", made: null });
    expect(run({ command: "merge", clause: "a", next: "b" })).toEqual({ outcome: "unchanged", made: null });
    expect(run({ command: "merge", clause: "a", next: "never" })).toEqual({ outcome: "missing" });
    expect(run({ command: "merge", clause: "b", next: "f" })).toEqual({ outcome: "missing" });
    expect(lines()).toEqual(["|resolves", `1|${said} to paint them twice.`, "1|A note."]);
  });

  test("that is taken back twice, by the words before it alone, comes apart once", () => {
    const { run, lines } = draft();
    run({ command: "merge", clause: "a", next: "b" });
    const apart = { command: "split", clause: "a", at: said.length, before: said, after: "" } as const;
    expect(run(apart)).toMatchObject({ outcome: "done", made: "b" });
    expect(run(apart)).toEqual({ outcome: "unchanged", made: "b" });
    expect(lines().slice(1, 3)).toEqual([`1|${said}`, "2|to paint them twice."]);
  });

  test("comes apart again as it was", () => {
    const { run, doc } = draft();
    run({ command: "merge", clause: "a", next: "b" });
    const whole = `${said} to paint them twice.`;
    expect(run(split(said.length, whole))).toEqual({ outcome: "done", made: "b" });
    expect(readText(doc, base)).toEqual(base);
  });

  test("keeps words typed meanwhile in an added clause that it took", () => {
    const { doc, run, lines } = draft();
    run(split(21));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    run({ command: "merge", clause: "a", next: "new1" });
    const element = other.getXmlFragment("text").get(2);
    const words = element instanceof Y.XmlElement ? element.firstChild : null;
    if (!(words instanceof Y.XmlText)) throw new Error("There are no words in the clause.");
    words.insert(0, "always ");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(lines().slice(1, 4)).toEqual([`1|${said}`, "2|always ", "3|to paint them twice."]);
  });
});

test("any commands lose and double no word, and no clause is there twice", () => {
  const id = fc.constantFrom("r", "a", "b", "new1", "new2", "new3");
  const command = fc.oneof(
    fc.record({ command: fc.constant("merge" as const), clause: id, next: id }),
    fc.record({ command: fc.constant("move" as const), clause: id, before: fc.option(id) }),
    fc
      .tuple(id, fc.nat(60))
      .map(([clause, at]): StructureCommand => ({ command: "split", clause, at, before: "", after: "" })),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const { doc, run } = draft();
      for (const each of commands) run(each);
      const { clauses } = readText(doc, base);
      const words = (given: typeof clauses) =>
        given
          .flatMap(({ content }) => Array.from(flatten(content).replaceAll(/\s/gu, "")))
          .toSorted()
          .join("");
      expect(words(clauses)).toBe(words(base.clauses));
      expect(new Set(clauses.map((each) => each.id)).size).toBe(clauses.length);
    }),
    { numRuns: 500 },
  );
});
