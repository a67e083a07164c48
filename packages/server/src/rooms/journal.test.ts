import { expect, it } from "vitest";
import type { LogEntry, LogStore } from "../store/logStore.ts";
import { type JournalOwner, createJournal } from "./journal.ts";

const entry = (doc: string, byte: number): LogEntry => ({
  doc,
  person: "p",
  group: "EUR",
  connection: "c",
  at: 1,
  data: new Uint8Array([byte]),
});

/** A log whose commits end when the test says so. */
function heldLog(lanes = 1) {
  const commits: { bytes: (number | undefined)[]; end: (failure?: Error) => void }[] = [];
  let arrived = (): void => {};
  const log: Pick<LogStore, "append" | "lanes"> = {
    lanes,
    append(entries) {
      const { promise, resolve, reject } = Promise.withResolvers<number[]>();
      commits.push({
        bytes: entries.map(({ data }) => data[0]),
        end: (failure) => (failure ? reject(failure) : resolve(entries.map(({ data }) => data[0] ?? 0))),
      });
      arrived();
      return promise;
    },
  };
  const next = async (): Promise<(typeof commits)[number]> => {
    while (commits.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
    return commits.shift()!;
  };
  return { log, next };
}

function owner(): JournalOwner & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    committed: (count, head) => void seen.push(`${count} up to ${head}`),
    failed: (error) => void seen.push(String(error)),
  };
}

it("stores what comes while a commit runs in the next one, across owners", async () => {
  const { log, next } = heldLog();
  const journal = createJournal(log);
  const [one, other] = [owner(), owner()];
  journal.add(entry("a", 1), one);
  const first = await next();
  expect(first.bytes).toEqual([1]);
  journal.add(entry("a", 2), one);
  journal.add(entry("b", 3), other);
  journal.add(entry("a", 4), one);
  expect(one.seen).toEqual([]);
  first.end();
  const second = await next();
  expect(second.bytes).toEqual([2, 3, 4]);
  expect([one.seen, other.seen]).toEqual([["1 up to 1"], []]);
  second.end();
  journal.add(entry("b", 5), other);
  (await next()).end();
  expect([one.seen, other.seen[0]]).toEqual([["1 up to 1", "2 up to 4"], "1 up to 3"]);
});

it("drops what builds on a lost update, and all that was to be stored with it", async () => {
  const { log, next } = heldLog();
  const journal = createJournal(log);
  const [lost, tied, free] = [owner(), owner(), owner()];
  journal.add(entry("a", 1), lost);
  const first = await next();
  journal.add(entry("a", 2), lost);
  journal.together([], () => {
    journal.add(entry("a", 3), lost);
    journal.add(entry("b", 4), tied);
  });
  journal.add(entry("b", 5), tied);
  journal.add(entry("c", 6), free);
  first.end(new Error("disk full"));
  const second = await next();
  expect(second.bytes).toEqual([6]);
  expect([lost.seen, tied.seen, free.seen]).toEqual([["Error: disk full"], ["Error: disk full"], []]);
  second.end();
});

it("gives each document its own commits where there are lanes, and holds what belongs together in one", async () => {
  const { log, next } = heldLog(2);
  const journal = createJournal(log);
  const [a, b, c] = [owner(), owner(), owner()];
  journal.add(entry("a", 1), a);
  journal.add(entry("b", 2), b);
  journal.add(entry("c", 3), c);
  journal.add(entry("a", 4), a);
  const [first, second] = [await next(), await next()];
  expect([first.bytes, second.bytes]).toEqual([[1, 4], [2]]);
  journal.together([], () => {
    journal.add(entry("a", 5), a);
    journal.add(entry("b", 6), b);
  });
  journal.add(entry("b", 7), b);
  second.end();
  // "b" is free now, but its next update waits for "a" and those after it wait for that.
  const third = await next();
  expect(third.bytes).toEqual([3]);
  first.end();
  const fourth = await next();
  expect(fourth.bytes).toEqual([5, 6, 7]);
  third.end();
  fourth.end();
  journal.add(entry("a", 8), a);
  const fifth = await next();
  expect(fifth.bytes).toEqual([8]);
  expect(a.seen).toEqual(["2 up to 4", "1 up to 5"]);
  expect(b.seen).toEqual(["1 up to 2", "2 up to 7"]);
});
