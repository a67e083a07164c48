import { compare } from "@plenary/diff";
import { clause, content, text } from "@plenary/document";
import { expect, test } from "vitest";
import { strokesOf } from "./strokesOf.ts";

const base = text("en", [clause("paragraph", "to build ten bridges over the wide river", { id: "one" })]);

test("each stretch that went or came belongs to its change, what is kept to none", () => {
  const current = {
    ...base,
    clauses: [{ ...base.clauses[0]!, content: content("to build two bridges over the river soon") }],
  };
  const [entry] = compare(base, current, { ids: "trusted" }).clauses;
  const [ten, wide, soon] = entry!.changes.map(({ id }) => id);
  expect(strokesOf(entry!).map(({ segment, change }) => [segment.op, change])).toEqual([
    ["=", null],
    ["-", ten],
    ["+", ten],
    ["=", null],
    ["-", wide],
    ["=", null],
    ["+", soon],
  ]);
});

test("of a piece that was split off each stretch belongs to its change, the space that went to the split", () => {
  const whole = text("en", [
    clause("paragraph", "to build ten bridges soon; to measure all rivers every year", { id: "one" }),
  ]);
  const current = {
    ...whole,
    clauses: [
      { ...whole.clauses[0]!, content: content("to build ten bridges soon;") },
      { ...whole.clauses[0]!, id: "two", content: content("to measure wide rivers every year") },
    ],
  };
  const [, entry] = compare(whole, current, { ids: "trusted" }).clauses;
  const [split, words] = entry!.changes.map(({ id }) => id);
  expect(strokesOf(entry!).map(({ segment, change }) => [segment.op, change])).toEqual([
    ["-", split],
    ["=", null],
    ["-", words],
    ["+", words],
    ["=", null],
  ]);
});
