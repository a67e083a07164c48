import { type Clause, type Text, clause, content, flatten, item, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../compare.ts";
import { amendments } from "../laws/amended.ts";
import { type ChangePart, acceptPart, rejectPart } from "./parts.ts";

function bridges(words: string): Text {
  return text("en", [clause("call", "resolves", { id: "call" }), item("1", words, { id: "one" })]);
}

test("each part of a replacement is accepted and taken back alone, with spaces as one would type them", () => {
  const redline = compare(bridges("to build ten bridges;"), bridges("to build twelve bridges;"));
  const change = redline.changes[0]!;
  expect(acceptPart(redline, change, "deletion")).toEqual(bridges("to build bridges;"));
  expect(acceptPart(redline, change, "insertion")).toEqual(bridges("to build ten twelve bridges;"));
  expect(rejectPart(redline, change, "deletion")).toEqual(bridges("to build ten twelve bridges;"));
  expect(rejectPart(redline, change, "insertion")).toEqual(bridges("to build bridges;"));
});

test("a change that is no replacement has no parts", () => {
  const redline = compare(bridges("to build bridges;"), bridges("to build ten bridges;"));
  expect(acceptPart(redline, redline.changes[0]!, "insertion")).toBeNull();
  expect(rejectPart(redline, redline.changes[0]!, "insertion")).toBeNull();
});

test("in Chinese no space is put between", () => {
  const zh = (words: string): Text => ({ language: "zh", clauses: [clause("paragraph", words, { id: "one" })] });
  const redline = compare(zh("应建造十座桥梁"), zh("应修复十座桥梁"));
  const change = redline.changes.find(({ deleted, inserted }) => deleted !== "" && inserted !== "")!;
  const kept = flatten(acceptPart(redline, change, "insertion")!.clauses[0]!.content);
  expect(kept).toBe(`应${change.deleted}${change.inserted}十座桥梁`);
});

const deep = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((one) => [one, ...one.rows.flatMap(({ cells }) => cells.flatMap((cell) => deep(cell.clauses)))]);
const solid = (words: string): string => words.replaceAll(" ", "");

test("a part touches no clause but its own, and there nothing but its words and a space", () => {
  const parts: readonly ChangePart[] = ["deletion", "insertion"];
  fc.assert(
    fc.property(amendments("en"), fc.constantFrom(...parts), ({ base, current }, part) => {
      const redline = compare(base, current, { ids: "trusted" });
      for (const change of redline.changes) {
        const { fromA, toA, fromB, toB } = change;
        const sides = [
          { from: base, to: acceptPart(redline, change, part), goes: part === "deletion", at: [fromA, toA] },
          { from: current, to: rejectPart(redline, change, part), goes: part === "insertion", at: [fromB, toB] },
        ] as const;
        for (const { from, to, goes, at } of sides) {
          if (!to) continue;
          const [was, is] = [deep(from.clauses), deep(to.clauses)];
          expect(is.map(({ id }) => id)).toEqual(was.map(({ id }) => id));
          const other = was.flatMap((one, i) => (one.rows.length === 0 && is[i] !== one ? [[one, is[i]!]] : []));
          expect(other.length).toBeLessThanOrEqual(1);
          for (const [one, now] of other) {
            const before = flatten(one!.content);
            const kept = goes ? "" : change.deleted + change.inserted;
            expect(solid(flatten(now!.content))).toBe(solid(before.slice(0, at[0]) + kept + before.slice(at[1])));
          }
        }
      }
    }),
  );
});

test("formatting goes with its words", () => {
  const redline = compare(bridges("to build ten bridges;"), {
    ...bridges(""),
    clauses: bridges("to build twelve bridges;").clauses.map((one) =>
      one.id === "one"
        ? {
            ...one,
            content: [
              ...content("to build "),
              { type: "text", text: "twelve", marks: ["bold"] },
              ...content(" bridges;"),
            ],
          }
        : one,
    ),
  });
  const change = redline.changes.find(({ kind }) => kind === "text")!;
  expect(acceptPart(redline, change, "insertion")?.clauses[1]?.content).toContainEqual({
    type: "text",
    text: "twelve",
    marks: ["bold"],
  });
});
