import { clause, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type ClauseEdit, createLedger } from "../createLedger.ts";
import { deferredLedger } from "./deferredLedger.ts";

const published = text("en", [clause("title", "Ten bridges", { id: "title" })]);
const who = [
  { person: "A", group: "EUR" },
  { person: "B", group: "ASP" },
];

/** Works that are done when the test says so. */
function heldWorks() {
  const works: (() => void)[] = [];
  return { works, spareTime: { do: (work: () => void) => void works.push(work) } };
}

function edit(words: string): ClauseEdit {
  return { key: "1:0", id: "title", text: words, splices: null, shaped: false, formatted: false };
}

it("is at each reading what it would be had everything been entered at once", () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ words: fc.string({ maxLength: 12 }), by: fc.nat(1) }) },
    fc.constant("spare time" as const),
    fc.constant("read" as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const eager = createLedger(published);
      const { works, spareTime } = heldWorks();
      const deferred = deferredLedger(createLedger(published), spareTime, () => {});
      for (const [i, one] of steps.entries()) {
        if (one === "spare time") works.shift()?.();
        else if (one === "read") expect(deferred.state()).toEqual(eager.state());
        else for (const ledger of [eager, deferred]) ledger.apply([edit(one.words)], who[one.by]!, 10_000 * i);
      }
      expect(works.length).toBeLessThanOrEqual(1);
      expect(deferred.state()).toEqual(eager.state());
    }),
  );
});

it("enters nothing before there is spare time, and a few updates at a time then", () => {
  const { works, spareTime } = heldWorks();
  let entered = 0;
  const ledger = { ...createLedger(published), apply: () => void (entered += 1) };
  const deferred = deferredLedger(ledger, spareTime, () => {});
  for (let i = 0; i < 40; i += 1) deferred.apply([edit(`${i}`)], who[0]!, i);
  const after = [entered];
  while (works.length > 0) {
    works.shift()?.();
    after.push(entered);
  }
  expect(after).toEqual([0, 16, 32, 40]);
});

it("lets no more than a thousand wait, and none once it is dropped", () => {
  const { works, spareTime } = heldWorks();
  let entered = 0;
  const ledger = { ...createLedger(published), apply: () => void (entered += 1) };
  const deferred = deferredLedger(ledger, spareTime, () => {});
  for (let i = 0; i < 3000; i += 1) deferred.apply([edit(`${i}`)], who[0]!, i);
  expect(3000 - entered).toBeLessThanOrEqual(1000);
  const before = entered;
  deferred.drop();
  works.shift()?.();
  expect([entered, works.length]).toEqual([before, 0]);
});

it("says when something can't be entered", () => {
  const { works, spareTime } = heldWorks();
  const broken = {
    ...createLedger(published),
    apply() {
      throw new Error("broken");
    },
  };
  let failures = 0;
  const deferred = deferredLedger(broken, spareTime, () => void (failures += 1));
  deferred.apply([edit("a")], who[0]!, 1);
  expect(() => works.shift()?.()).toThrow("broken");
  expect([failures, works.length]).toEqual([1, 0]);
});
