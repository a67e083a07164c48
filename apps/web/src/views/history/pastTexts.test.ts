import { clause, text } from "@plenary/document";
import { expect, it } from "vitest";
import { chunkOf, freshClauses, textReader } from "./pastTexts.ts";

const one = (said: string, label: string | null = null) => ({ ...clause("paragraph", said, { id: "one" }), label });
const two = clause("paragraph", "Two.", { id: "two" });

it("gives the texts back, what they share as the same objects, from one answer to the next", () => {
  const read = textReader("en");
  const [first, second] = read({
    clauses: [one("One."), two, one("Uno.")],
    texts: [
      [0, 1],
      [2, 1],
    ],
  });
  expect([first, second]).toEqual([text("en", [one("One."), two]), text("en", [one("Uno."), two])]);
  expect(second!.clauses[1]).toBe(first!.clauses[1]);
  const [third] = read({ clauses: [{ ...two }, one("Uno.")], texts: [[1, 0]] });
  expect(third!.clauses).toEqual([one("Uno."), two]);
  expect(third!.clauses[1]).toBe(first!.clauses[1]);
});

it("finds what came, went or says something else; a number that follows from structure is nothing new", () => {
  const three = clause("paragraph", "Three.", { id: "three" });
  const fresh = (before: Parameters<typeof text>[1], now: Parameters<typeof text>[1]) =>
    [...freshClauses(text("en", before), text("en", now))].toSorted();
  expect(fresh([one("One."), two], [one("One."), two])).toEqual([]);
  expect(fresh([one("One.", "1")], [one("One.", "2")])).toEqual([]);
  expect(fresh([one("One."), two], [one("Uno."), three])).toEqual(["one", "three", "two"]);
});

it("asks for every text once", () => {
  const seqs = Array.from({ length: 100 }, (_, i) => i * 3 + 1);
  const chunks = new Map(seqs.map((seq) => [chunkOf(seqs, seq).join(), chunkOf(seqs, seq)]));
  expect([...chunks.values()].flat()).toEqual(seqs);
  expect(Math.max(...[...chunks.values()].map(({ length }) => length))).toBeLessThanOrEqual(32);
  for (const seq of seqs) expect(chunkOf(seqs, seq)).toContain(seq);
});
