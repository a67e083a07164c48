import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createTurns } from "./turns.ts";

interface One {
  readonly name: number;
}

it("give each one turn a round, in order, whoever comes and goes meanwhile", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })), { maxLength: 40 }), (acts) => {
      const all = new Set<One>();
      const turns = createTurns(all);
      const taken: One[] = [];
      for (const [name, [act, number]] of acts.entries()) {
        if (act === 0) all.add({ name });
        else if (act === 1) taken.push(...turns.take(number));
        else all.delete([...all][number] ?? { name });
      }
      const left = [...all].filter((one) => !taken.includes(one));
      expect(turns.take(Infinity)).toEqual(left);
      expect(turns.take(1)).toEqual([]);
      expect(new Set(taken).size).toBe(taken.length);
      turns.anew();
      expect(turns.take(Infinity)).toEqual([...all]);
    }),
  );
});

it("hold nobody who left between two of them", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const all = new Set<One>([{ name: -1 }, { name: -2 }]);
  const turns = createTurns(all);
  turns.take(1);
  const left: WeakRef<One>[] = [];
  for (let times = 0; times < 20; times += 1) {
    const crowd = Array.from({ length: 100 }, (_, name) => ({ name }));
    for (const one of crowd) all.add(one);
    for (const one of crowd) all.delete(one);
    left.push(...crowd.map((one) => new WeakRef(one)));
  }
  // What a weak reference led to is kept until the end of the turn of the loop; the last crowd may be in the set's table.
  await new Promise(setImmediate);
  collect();
  expect(left.filter((one) => one.deref() !== undefined).length).toBeLessThan(200);
  expect(turns.take(1)).toEqual([{ name: -2 }]);
});
