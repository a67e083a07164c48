import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRounds } from "./rounds.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Hearer {
  /** How often each client had changed when the peer was told of it last. */
  readonly known: Map<number, number>;
  messages: number;
}

/** Rounds of so many peers at a time, every 10 ms, in which it is counted how often each client changed. */
function roundsOf(size: number) {
  const peers = new Set<Hearer>();
  const changed = new Map<number, number>();
  const together: number[] = [];
  const rounds = createRounds<Hearer>({
    peers,
    size: () => size,
    step: () => 10,
    tell(clients, to) {
      together.push(to.length);
      for (const peer of to) {
        peer.messages += 1;
        for (const client of clients) peer.known.set(client, changed.get(client) ?? 0);
      }
    },
  });
  return {
    peers,
    changed,
    together,
    rounds,
    come(): Hearer {
      const peer = { known: new Map(changed), messages: 0 };
      peers.add(peer);
      rounds.knows(peer);
      return peer;
    },
    change(client: number): void {
      changed.set(client, (changed.get(client) ?? 0) + 1);
      rounds.add(client);
    },
  };
}

it("tell all within a round, a few at a time, each once", () => {
  const all = roundsOf(3);
  const { peers, together } = all;
  for (let i = 0; i < 10; i += 1) all.come();
  for (const client of [1, 2, 1]) all.change(client);
  vi.advanceTimersByTime(40);
  expect([...peers].map(({ messages }) => messages)).toEqual(Array.from({ length: 10 }, () => 1));
  expect(Math.max(...together)).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(together.length).toBe(4);
});

it("forget what all have heard, also while there is always something new", () => {
  const all = roundsOf(2);
  for (let i = 0; i < 6; i += 1) all.come();
  for (let client = 0; client < 500; client += 1) {
    all.change(client);
    vi.advanceTimersByTime(10);
  }
  const waiting = Array.from({ length: 500 }, (_, client) => client).filter((client) => all.rounds.has(client));
  expect(waiting.length).toBeLessThan(20);
});

it("leave nobody out, whoever comes and goes meanwhile", () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant("change" as const), at: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("wait" as const), at: fc.integer({ min: 1, max: 25 }) }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("come" as const), at: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("go" as const), at: fc.nat() }) },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(act, { maxLength: 60 }), (size, acts) => {
      const all = roundsOf(size);
      const { peers, changed } = all;
      for (let i = 0; i < 7; i += 1) all.come();
      for (const { what, at } of acts) {
        if (what === "change") all.change(at);
        else if (what === "wait") vi.advanceTimersByTime(at);
        else if (what === "come") all.come();
        else peers.delete([...peers][at % Math.max(1, peers.size)]!);
      }
      vi.advanceTimersByTime(10_000);
      for (const { known } of peers) expect(known).toEqual(changed);
    }),
    { numRuns: 500 },
  );
});
