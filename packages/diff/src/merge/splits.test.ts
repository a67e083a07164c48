import { type Clause, type Text, clause, content, item, plainLines, relabel, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import { merge } from "./merge.ts";
import { sideBySide } from "./sideBySide.ts";

const first = "that States shall promptly report on floods;";
const second = "that a fund be set up for all islands";
const base = text("en", [
  clause("call", "resolves"),
  item("1", `${first} ${second}`),
  item("2", "that the Union help"),
]);
const [call, whole, last] = base.clauses as [Clause, Clause, Clause];

function amended(...clauses: readonly Clause[]): Text {
  return { language: "en", clauses: relabel(base, clauses) };
}

function said(one: Clause, words: string, id = one.id): Clause {
  return { ...one, id, content: content(words) };
}

/** The clause in two, the half with the base's id being the first unless `keeper` is 1. */
function split(one: string, other: string, id: string, keeper = 0): Text {
  const [a, b] = keeper === 0 ? [whole.id, id] : [id, whole.id];
  return amended(call, said(whole, one, a), said(whole, other, b), last);
}

const lines = ({ text: { clauses } }: ReturnType<typeof merge>) => plainLines(clauses);

describe("splits", () => {
  test("[M13] the same split has several owners, whatever the new clauses are called", () => {
    const merged = merge(base, [split(first, second, "x"), split(first, second, "y"), split(first, second, "z", 1)]);
    expect(merged.collisions).toEqual([]);
    expect(lines(merged)).toEqual(["resolves", `1\t${first}`, `2\t${second}`, "3\tthat the Union help"]);
    expect(merged.changes.find(({ kind }) => kind === "split")?.owners).toEqual([0, 1, 2]);
  });

  test.each([0, 1])("[M13] edits in either half stand beside a split (the half %i keeps the id)", (keeper) => {
    const edited = amended(
      call,
      said(whole, `${first.replace("promptly", "always")} ${second.replace("all", "small")}`),
      last,
    );
    const merged = merge(base, [split(first, `and ${second}`, "x", keeper), edited]);
    expect(merged.collisions).toEqual([]);
    expect(lines(merged)).toEqual([
      "resolves",
      "1\tthat States shall always report on floods;",
      "2\tand that a fund be set up for small islands",
      "3\tthat the Union help",
    ]);
    expect(merged.text.clauses.map(({ id }) => id)).toEqual(
      split(first, second, "x", keeper).clauses.map(({ id }) => id),
    );
  });

  test("[M13] words that reach over the cut, another cut there and a suppression collide with it", () => {
    const over = amended(call, said(whole, `that States shall promptly report on many islands`), last);
    const merged = merge(base, [split(first, second, "x"), over]);
    expect(merged.collisions).toHaveLength(1);
    expect(lines(merged)[1]).toBe(`1\t${first} ${second}`);
    expect(merge(base, [split(first, second, "x"), amended(call, last)]).collisions).toHaveLength(1);
    const heading = amended(
      call,
      said(whole, first),
      { ...said(whole, second, "h"), kind: "heading", label: null },
      last,
    );
    expect(merge(base, [split(first, second, "x"), heading]).collisions).toHaveLength(1);
  });

  test("[M13] two cuts of one clause make three", () => {
    const three =
      "that States shall promptly report on floods; that a fund be set up; that all islands be members of it";
    const from = { ...base, clauses: base.clauses.with(1, said(whole, three)) };
    const at = (words: string) => three.indexOf(words);
    const cut = (place: number, id: string): Text => ({
      ...from,
      clauses: relabel(from, [call, said(whole, three.slice(0, place - 1)), said(whole, three.slice(place), id), last]),
    });
    const merged = merge(from, [cut(at("that a"), "x"), cut(at("that all"), "y")]);
    expect(merged.collisions).toEqual([]);
    expect(lines(merged).slice(1, 4)).toEqual([
      "1\tthat States shall promptly report on floods;",
      "2\tthat a fund be set up;",
      "3\tthat all islands be members of it",
    ]);
  });

  test("[W1] a clause split by one is one row, with all its pieces", () => {
    const { rows } = sideBySide(base, [split(first, second, "x")]);
    expect(rows).toHaveLength(base.clauses.length);
    expect(rows[1]?.wishes[0]?.entries.map(({ joint }) => joint ?? "own")).toEqual(["own", "split"]);
  });
});
