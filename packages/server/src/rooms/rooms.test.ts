import * as fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { LogStore, LoggedUpdate } from "../store/logStore.ts";
import type { HeldRoom, Rooms } from "./rooms.ts";
import { roomsOn } from "./testing/roomsOn.ts";

const NAME = "draft";
const PEOPLE = 3;

/** A log in memory, each step of which ends when the scheduler says so; the appends with these numbers fail. */
function gatedLog(scheduler: fc.Scheduler, failing: ReadonlySet<number> = new Set()) {
  const updates: LoggedUpdate[] = [];
  let snapshot: { readonly upto: number; readonly state: Uint8Array } | null = null;
  let appends = 0;
  let loads = 0;
  const gate = (label: string): Promise<void> => scheduler.schedule(Promise.resolve(), label);
  const log: LogStore = {
    async load() {
      loads += 1;
      await gate("load begins");
      const upto = snapshot?.upto ?? 0;
      const logged = {
        snapshot: snapshot?.state ?? null,
        ledger: null,
        updates: updates.slice(upto),
        head: updates.length,
      };
      await gate("load ends");
      return logged;
    },
    async append(entries) {
      const number = appends;
      appends += 1;
      await gate("append begins");
      if (failing.has(number)) throw new Error("disk full");
      const numbers = entries.map((entry) => updates.push(entry));
      await gate("append ends");
      return numbers;
    },
    history: async () => updates,
    shared: false,
    lanes: 1,
    since: async () => [],
    heads: async () => new Map(),
    exclusively: (_, work) => work(),
    async snapshot(_, upto, state) {
      await gate("snapshot begins");
      snapshot = { upto, state };
      await gate("snapshot ends");
    },
  };
  return { log, updates, loads: () => loads };
}

/** The words of a document, in no order. */
function wordsOf(doc: Y.Doc): string[] {
  return doc.getArray<string>("words").toArray().toSorted();
}

const acts = fc.array(
  fc.record({
    who: fc.nat(PEOPLE - 1),
    what: fc.constantFrom("come", "write", "go", "come and go", "come and go", "come and go"),
  }),
  { minLength: 8, maxLength: 30 },
);

type Act = { readonly who: number; readonly what: "come" | "write" | "go" | "come and go" };

/** What people do, each one act after the other, all at the same time. */
async function act(rooms: Rooms, all: readonly Act[], held: Map<number, HeldRoom>): Promise<Set<string>> {
  const saved = new Set<string>();
  let words = 0;

  async function come(who: number): Promise<void> {
    const known = [...saved];
    const room = await rooms.hold(NAME);
    if (!room) throw new Error("There is no such room.");
    expect(wordsOf(room.room.doc)).toEqual(expect.arrayContaining(known));
    held.set(who, room);
  }

  function go(who: number): void {
    held.get(who)?.release();
    held.delete(who);
  }

  async function write(who: number): Promise<void> {
    words += 1;
    const word = `w${words}`;
    const author = { person: `${who}`, group: "", connection: "" };
    try {
      await held.get(who)?.room.write(author, (doc) => doc.getArray<string>("words").push([word]));
      if (held.has(who)) saved.add(word);
    } catch {
      // The store failed: the room has ended, and it is to be loaded anew.
      go(who);
    }
  }

  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, who) => {
      for (const { what } of all.filter((one) => one.who === who)) {
        if (what === "come" && !held.has(who)) await come(who);
        else if (what === "write") await write(who);
        else if (what === "go") go(who);
        else if (what === "come and go" && !held.has(who)) {
          await come(who);
          await write(who);
          go(who);
        }
      }
    }),
  );
  return saved;
}

function stored(updates: readonly LoggedUpdate[]): string[] {
  const doc = new Y.Doc();
  for (const { data } of updates) Y.applyUpdate(doc, data);
  return wordsOf(doc);
}

it("gives all who come the one room with all that is saved, in whatever order loading, storing and closing end, 1,000 times", async () => {
  let reloads = 0;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), acts, async (scheduler, all) => {
      const { log, updates, loads } = gatedLog(scheduler);
      const { rooms, reports } = roomsOn(log);
      const held = new Map<number, HeldRoom>();
      const saved = await scheduler.waitFor(act(rooms, all, held));
      expect(new Set([...held.values()].map(({ room }) => room)).size).toBeLessThan(2);
      for (const one of held.values()) one.release();
      await scheduler.waitFor(rooms.close());
      expect(stored(updates)).toEqual([...saved].toSorted());
      expect(reports).toEqual([]);
      if (loads() > 1) reloads += 1;
    }),
    { numRuns: 1000 },
  );
  expect(reloads).toBeGreaterThan(100);
}, 120_000);

it("keeps what is saved, and nobody in a room that has ended, when the store fails now and then", async () => {
  let failures = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      acts,
      fc.uniqueArray(fc.nat(10), { minLength: 1, maxLength: 4 }),
      async (scheduler, all, failing) => {
        const { log, updates } = gatedLog(scheduler, new Set(failing));
        const { rooms, reports } = roomsOn(log);
        const held = new Map<number, HeldRoom>();
        const saved = await scheduler.waitFor(act(rooms, all, held));
        for (const one of held.values()) one.release();
        await scheduler.waitFor(rooms.close());
        expect(stored(updates)).toEqual(expect.arrayContaining([...saved]));
        for (const report of reports) expect(String(report)).toBe("Error: disk full");
        failures += reports.length;
      },
    ),
    { numRuns: 300 },
  );
  expect(failures).toBeGreaterThan(50);
}, 120_000);
