import type { ThreadView } from "@plenary/server/api";
import { expect, test } from "vitest";
import { withThread } from "./withThread.ts";

const thread = (id: string, version: number, comments = 1): ThreadView => ({
  id,
  version,
  draft: "d",
  audience: null,
  anchor: { on: "clause", clause: "one" },
  source: null,
  resolved: null,
  comments: Array.from({ length: comments }, (_, i) => ({
    id: `${id}.${i}`,
    person: { id: "p", name: "P", group: null },
    text: `said ${i}`,
    mentions: [],
    at: "2027-01-01T00:00:00.000Z",
    editedAt: null,
  })),
});

test("a new thread comes last, a newer version takes the place of the older, an older one changes nothing", () => {
  const two = [thread("a", 1), thread("b", 3)];
  expect(withThread(two, thread("c", 1))).toEqual([...two, thread("c", 1)]);
  expect(withThread(two, thread("a", 2, 2))).toEqual([thread("a", 2, 2), two[1]]);
  expect(withThread(two, thread("b", 2, 2))).toBe(two);
});

test("a thread without comments goes, and does not come", () => {
  const two = [thread("a", 1), thread("b", 3)];
  expect(withThread(two, thread("b", 4, 0))).toEqual([two[0]]);
  expect(withThread(two, thread("c", 1, 0))).toBe(two);
});
