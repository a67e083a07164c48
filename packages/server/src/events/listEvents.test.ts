import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noHints } from "../hints/hints.ts";
import { createListEvents } from "./listEvents.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells the first change at once, and many after it as one", () => {
  const events = createListEvents(noHints);
  let told = 0;
  const end = events.subscribe({ lists: new Set(["drafts"]), person: "p", heard: () => (told += 1) });
  events.changed("drafts");
  expect(told).toBe(1);
  for (let i = 0; i < 100; i++) events.changed("drafts");
  expect(told).toBe(1);
  vi.advanceTimersByTime(500);
  expect(told).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(told).toBe(2);
  events.changed("drafts");
  expect(told).toBe(3);
  end();
  vi.advanceTimersByTime(500);
  events.changed("drafts");
  expect(told).toBe(3);
  events.close();
  expect(vi.getTimerCount()).toBe(0);
});

it("tells nobody of lists that they do not look at, and of calls only who is called", () => {
  const events = createListEvents(noHints);
  const told: string[] = [];
  for (const person of ["ada", "bob"])
    events.subscribe({
      lists: new Set(["texts", "mentions"]),
      person,
      heard: (list) => told.push(`${person} ${list}`),
    });
  events.acted(["drafts", "people"]);
  expect(told).toEqual([]);
  events.acted(["texts"]);
  events.called(new Set(["bob"]));
  expect(told).toEqual(["ada texts", "bob texts", "bob mentions"]);
  events.close();
});

it("asks for every list again after hints may have been lost", () => {
  let resumed = (): void => {};
  const events = createListEvents({ ...noHints, subscribe: (listener) => void (resumed = () => listener.resumed()) });
  const told: string[] = [];
  events.subscribe({ lists: new Set(["texts", "people"]), person: "p", heard: (list) => told.push(list) });
  resumed();
  expect(told).toEqual(["texts", "people"]);
  events.close();
});
