import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createHistogram } from "./histogram.ts";

it("counts every value once, in each range that reaches it", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 20_000, noNaN: true })), (given) => {
      const histogram = createHistogram();
      for (const value of given) histogram.observe(value);
      const printed = histogram.print("t", "Times.");
      const buckets = [...printed.matchAll(/t_bucket\{le="([^"]+)"\} (\d+)/g)];
      expect(buckets).toHaveLength(14);
      for (const [, end, count] of buckets) {
        const upto = end === "+Inf" ? Number.POSITIVE_INFINITY : Number(end) * 1000;
        expect(Number(count)).toBe(given.filter((value) => value <= upto).length);
      }
      expect(Number(/t_count (\d+)/.exec(printed)?.[1])).toBe(given.length);
    }),
  );
});
