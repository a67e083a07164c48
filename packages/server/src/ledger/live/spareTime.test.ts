import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSpareTime } from "./spareTime.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("does one work after another, in the order given, and never in the turn in which it is given", () => {
  const done: string[] = [];
  const spareTime = createSpareTime(() => {});
  for (const name of ["a", "b", "c"]) spareTime.do(() => done.push(name));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(["a"]);
  vi.runAllTimers();
  expect(done).toEqual(["a", "b", "c"]);
});

it("rests four times as long as a work took", () => {
  const began: number[] = [];
  const spareTime = createSpareTime(() => {});
  for (const took of [30, 1, 10, 0])
    spareTime.do(() => {
      began.push(performance.now());
      vi.setSystemTime(Date.now() + took);
      vi.advanceTimersByTime(took);
    });
  vi.runAllTimers();
  expect(began.slice(1).map((at, i) => at - (began[i] ?? 0))).toEqual([150, 6, 50]);
});

it("reports what fails and goes on", () => {
  const reports: unknown[] = [];
  const done: string[] = [];
  const spareTime = createSpareTime((error) => reports.push(error));
  spareTime.do(() => {
    throw new Error("no");
  });
  spareTime.do(() => done.push("next"));
  vi.runAllTimers();
  expect(reports).toEqual([new Error("no")]);
  expect(done).toEqual(["next"]);
});
