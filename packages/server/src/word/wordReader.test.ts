import { clause } from "@plenary/document";
import { writeDocx } from "@plenary/formats/docx";
import { afterEach, describe, expect, it } from "vitest";
import { type WordReader, createWordReader } from "./wordReader.ts";

let reader: WordReader | null = null;
afterEach(() => reader?.close());

function file(paragraphs: number): Uint8Array {
  const clauses = Array.from({ length: paragraphs }, (_, i) =>
    clause("paragraph", "one line of many", { id: `c${i}` }),
  );
  return writeDocx({ language: "en", clauses }, { author: "EUR", date: "2026-03-01T12:00:00Z" });
}

describe("a Word file that takes too much", () => {
  it("of memory is refused with what to do, and the next one is read", async () => {
    reader = createWordReader({ time: 120_000, memory: 48 });
    const [small, large] = [file(2), file(40_000)];
    expect((await reader.read(small)).base.clauses.length).toBe(2);
    await expect(reader.read(large)).rejects.toThrow(/too much time or memory. Split/);
    expect((await reader.read(small)).base.clauses.length).toBe(2);
  });

  it("of time is given up with what to do, however many wait", async () => {
    const hasty = createWordReader({ time: 1, memory: 1024 });
    reader = hasty;
    const heavy = file(5000);
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => hasty.read(heavy)));
    for (const answer of answers) expect(String(Reflect.get(answer, "reason"))).toContain("too much time or memory");
  });
});
