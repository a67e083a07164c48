import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noHints } from "../hints/hints.ts";
import { createListEvents } from "./listEvents.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells the first change at once, and many after it as one", () => {
  const events = createListEvents(noHints);
  let told = 0;
  const end = events.subscribe(() => (told += 1));
  events.changed();
  expect(told).toBe(1);
  for (let i = 0; i < 100; i++) events.changed();
  expect(told).toBe(1);
  vi.advanceTimersByTime(500);
  expect(told).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(told).toBe(2);
  events.changed();
  expect(told).toBe(3);
  end();
  vi.advanceTimersByTime(500);
  events.changed();
  expect(told).toBe(3);
  events.close();
  expect(vi.getTimerCount()).toBe(0);
});
