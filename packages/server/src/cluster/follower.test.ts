import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { NumberedUpdate } from "../store/logStore.ts";
import { createFollower } from "./follower.ts";

const update = (seq: number): NumberedUpdate => ({
  seq,
  person: "p",
  group: "EUR",
  connection: "c",
  at: 1,
  data: new Uint8Array(),
});

/** A log whose readings end when the test lets them. */
function heldLog() {
  const log: NumberedUpdate[] = [];
  const readings: (() => void)[] = [];
  const since = (_doc: string, after: number): Promise<NumberedUpdate[]> => {
    const found = log.filter(({ seq }) => seq > after);
    return new Promise((resolve) => readings.push(() => resolve(found)));
  };
  return { log, readings, since };
}

it("takes everything of others once, in order, however appends, hints and slow readings fall together", async () => {
  const step = fc.constantFrom("own", "other", "pull", "read");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { log, readings, since } = heldLog();
      const own = new Set<number>();
      const taken: number[] = [];
      const follower = createFollower({
        log: { since },
        doc: "d",
        head: 0,
        take: (updates) => taken.push(...updates.map(({ seq }) => seq)),
      });
      const pulls: Promise<void>[] = [];
      for (const what of steps) {
        if (what === "pull") pulls.push(follower.pull());
        else if (what === "read") readings.shift()?.();
        else {
          log.push(update(log.length + 1));
          if (what === "own") {
            own.add(log.length);
            follower.appended(1, log.length);
          }
        }
        await Promise.resolve();
        expect(follower.head).toBeLessThanOrEqual(log.length);
      }
      const state = { done: false };
      pulls.push(follower.pull());
      const all = Promise.all(pulls).finally(() => (state.done = true));
      while (!state.done) {
        readings.shift()?.();
        await new Promise<void>((resolve) => {
          setImmediate(resolve);
        });
      }
      await all;
      expect(follower.head).toBe(log.length);
      const others = log.map(({ seq }) => seq).filter((seq) => !own.has(seq));
      expect([...new Set(taken)].filter((seq) => !own.has(seq))).toEqual(others);
    }),
  );
});

it("can be asked again after a reading failed", async () => {
  let failing = true;
  const follower = createFollower({
    log: { since: () => (failing ? Promise.reject(new Error("away")) : Promise.resolve([update(1)])) },
    doc: "d",
    head: 0,
    take() {},
  });
  const [first, second] = [follower.pull(), follower.pull()];
  await expect(first).rejects.toThrow("away");
  await expect(second).rejects.toThrow("away");
  failing = false;
  await follower.pull();
  expect(follower.head).toBe(1);
});
