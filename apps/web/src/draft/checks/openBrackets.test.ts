import { clause } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BracketChoice, openBrackets } from "./openBrackets.ts";

const found = (words: string) => openBrackets(clause("paragraph", words, { id: "one" }));
const after = (said: string, { edits }: BracketChoice): string =>
  edits.toReversed().reduce((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), said);
const outcomes = (words: string): string[] =>
  found(words).flatMap(({ said, choices }) => choices.map((choice) => `${choice.kind}: ${after(said, choice)}`));

describe("what becomes of open brackets", () => {
  test.each([
    ["to build [ten] bridges;", ["keep: to build ten bridges;", "drop: to build bridges;"]],
    ["to build bridges [every year];", ["keep: to build bridges every year;", "drop: to build bridges;"]],
    ["[Urgently] to build;", ["keep: Urgently to build;", "drop: to build;"]],
    ["it [shall][should] be", ["take: it shall be", "take: it should be", "drop: it be"]],
    ["it [shall] / [should] be", ["take: it shall be", "take: it should be", "drop: it be"]],
    ["it [shall / may / should] be", ["take: it shall be", "take: it may be", "take: it should be", "drop: it be"]],
    ["it [shall/should] be", ["take: it shall be", "take: it should be", "drop: it be"]],
    ["roads [and/or] bridges", ["keep: roads and/or bridges", "drop: roads bridges"]],
    ["the [2002/24] plan", ["keep: the 2002/24 plan", "drop: the plan"]],
    ["国际电联[应][可]采取", ["take: 国际电联应采取", "take: 国际电联可采取", "drop: 国际电联采取"]],
    ["国际电联［应／可］采取", ["take: 国际电联应采取", "take: 国际电联可采取", "drop: 国际电联采取"]],
    ["أن [تشجع] الدول", ["keep: أن تشجع الدول", "drop: أن الدول"]],
    ["nothing []", ["drop: nothing"]],
  ])("%s", (words, wanted) => {
    expect(outcomes(words)).toEqual(wanted);
  });
});

test("brackets in brackets are resolved one after the other", () => {
  expect(outcomes("[a [b] c]")).toEqual(["keep: a [b] c", "drop: ", "keep: [a b c]", "drop: [a c]"]);
});

test("a bracket without its partner is found and has no choice", () => {
  expect(found("to build [ten bridges").map(({ from, to, choices }) => [from, to, choices.length])).toEqual([
    [9, 10, 0],
  ]);
});

test("resolving leaves fewer brackets and no words that were not there", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("[", "]", "a", "b c", " ", "/", " / ", "应", ",")), (pieces) => {
      const words = pieces.join("");
      const count = (said: string): number => said.replaceAll(/[^[\]]/g, "").length;
      for (const { said, choices } of found(words))
        for (const choice of choices) {
          const out = after(said, choice);
          expect(count(out)).toBeLessThan(count(said));
          let at = 0;
          for (const sign of out) at = said.indexOf(sign, at) + 1 || Number.NaN;
          expect(at).not.toBeNaN();
        }
    }),
  );
});
