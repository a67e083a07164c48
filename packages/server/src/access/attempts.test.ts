import { expect, it } from "vitest";
import { createAttempts } from "./attempts.ts";

it("lets ten attempts on an account pass at once and then one a minute, however its address is written", () => {
  let now = 0;
  const attempts = createAttempts(() => new Date(now));
  const tries = (count: number, email: string): number =>
    Array.from({ length: count }).filter(() => attempts.allows(email)).length;
  expect(tries(6, "ada@example.org") + tries(6, " Ada@Example.ORG ")).toBe(10);
  expect(tries(1, "other@example.org")).toBe(1);
  now += 60_000;
  expect(tries(5, "ada@example.org")).toBe(1);
  attempts.succeeded("ADA@example.org");
  expect(tries(12, "ada@example.org")).toBe(10);
});

it("keeps no more than so many accounts in mind, and forgets the oldest", () => {
  const attempts = createAttempts(() => new Date(0));
  for (let i = 0; i < 10; i += 1) attempts.allows("first@example.org");
  expect(attempts.allows("first@example.org")).toBe(false);
  for (let i = 0; i < 10_000; i += 1) attempts.allows(`${i}@example.org`);
  expect(attempts.allows("first@example.org")).toBe(true);
});
