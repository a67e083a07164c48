import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Peer } from "../rooms/peer.ts";
import { createPresence } from "./presence.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A peer with a stock awareness that receives what the peer is sent. */
function peer(id: string, person = id): Peer & { awareness: Awareness; messages: number } {
  const awareness = new Awareness(new Y.Doc());
  return {
    id,
    person: { id: person, name: `Name of ${person}`, group: "EUR", role: "delegate" },
    color: "#123456",
    mayWrite: true,
    awareness,
    messages: 0,
    send(message) {
      this.messages += 1;
      const decoder = decoding.createDecoder(message);
      decoding.readVarUint(decoder);
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), "server");
    },
    close() {},
  };
}

/** What the awareness of one says of the clients of others. */
function message(from: { awareness: Awareness }, of = from): Uint8Array {
  return encodeAwarenessUpdate(from.awareness, [of.awareness.clientID]);
}

function room() {
  const [ada, bob] = [peer("ada"), peer("bob")];
  const peers = new Set<Peer>([ada, bob]);
  const presence = createPresence(peers);
  for (const one of [ada, bob]) one.awareness.setLocalState({ cursor: null, user: { id: "chair", role: "chair" } });
  presence.receive(ada, message(ada));
  presence.receive(bob, message(bob));
  vi.advanceTimersByTime(100);
  return { ada, bob, peers, presence };
}

it("tells everybody, the sender too, in one message a tick, who is there by the server's knowledge", () => {
  const { ada, bob } = room();
  expect([ada.messages, bob.messages]).toEqual([1, 1]);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toEqual({
    cursor: null,
    user: { id: "ada", name: "Name of ada", group: "EUR", role: "delegate", color: "#123456" },
  });
});

it("ignores what a peer says of others", () => {
  const { ada, bob, presence } = room();
  const forged = new Awareness(ada.awareness.doc);
  forged.setLocalState({ cursor: "forged" });
  forged.setLocalState({ cursor: "forged again" });
  presence.receive(bob, encodeAwarenessUpdate(forged, [forged.clientID]));
  presence.receive(bob, message(bob, ada));
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toMatchObject({ cursor: null });
  expect(ada.messages).toBe(1);
  forged.destroy();
});

it("takes away who leaves, for good whatever others still say, until the person is back", () => {
  const { ada, bob, peers, presence } = room();
  const echo = message(bob, ada);
  peers.delete(ada);
  presence.leave(ada);
  presence.receive(bob, echo);
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().has(ada.awareness.clientID)).toBe(false);
  const back: Peer = { ...ada, id: "ada again" };
  presence.receive(back, message(ada));
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().has(ada.awareness.clientID)).toBe(true);
});

it("shows who comes who is there already", () => {
  const { ada, presence } = room();
  const late = peer("late");
  presence.greet(late);
  expect(late.awareness.getStates().has(ada.awareness.clientID)).toBe(true);
});

it("takes no more than three entries of one connection, and none that is too long", () => {
  const { ada, bob, presence } = room();
  for (let i = 0; i < 10; i += 1) {
    const more = peer(`x${i}`);
    more.awareness.setLocalState({ cursor: i });
    presence.receive(bob, message(more));
  }
  vi.advanceTimersByTime(100);
  expect(ada.awareness.getStates().size).toBe(4);
  const long = peer("long");
  long.awareness.setLocalState({ text: "x".repeat(5000) });
  expect(() => presence.receive(long, message(long))).toThrow("too much");
  vi.advanceTimersByTime(100);
  expect(ada.awareness.getStates().size).toBe(4);
});

it.each([
  [40, 1],
  [80, 8],
])(
  "tells %i peers of those who only say that they are still there %i at a time, all within eight seconds",
  (size, group) => {
    const peers = new Set<Peer>();
    const presence = createPresence(peers);
    const crowd = Array.from({ length: size }, (_, i) => peer(`p${i}`));
    const speak = (): void => {
      for (const one of crowd) {
        one.awareness.setLocalState({ cursor: null });
        presence.receive(one, message(one));
      }
    };
    for (const one of crowd) peers.add(one);
    speak();
    vi.advanceTimersByTime(200);
    expect(crowd.map(({ messages, awareness }) => [messages, awareness.getStates().size])).toEqual(
      crowd.map(() => [1, size]),
    );
    const told = new Map(crowd.map((one) => [one, 0]));
    for (const one of crowd)
      one.awareness.on("update", ({ updated }: { updated: number[] }) => {
        told.set(one, (told.get(one) ?? 0) + updated.filter((client) => client !== one.awareness.clientID).length);
      });
    speak();
    const sent = (): number => crowd.reduce((sum, { messages }) => sum + messages, 0);
    let before = sent();
    for (let ms = 0; ms < 8000; ms += 100) {
      vi.advanceTimersByTime(100);
      expect(sent() - before).toBeLessThanOrEqual(group);
      before = sent();
    }
    expect([...told.values()]).toEqual(crowd.map(() => size - 1));
    expect(sent()).toBe(2 * size);
    vi.advanceTimersByTime(20_000);
    expect(sent()).toBe(2 * size);
  },
);

it("tells a peer only of the signs that came since its turn before", () => {
  const { ada, bob, presence } = room();
  const alive = (one: typeof ada): void => {
    one.awareness.setLocalState(one.awareness.getLocalState());
    presence.receive(one, message(one));
  };
  const told: number[][] = [];
  bob.awareness.on("update", ({ updated }: { updated: number[] }, origin: unknown) => {
    if (origin === "server") told.push(updated);
  });
  alive(ada);
  vi.advanceTimersByTime(8000);
  alive(ada);
  vi.advanceTimersByTime(8000);
  expect(told).toEqual([[ada.awareness.clientID], [ada.awareness.clientID]]);
  expect(bob.messages).toBe(3);
});

it("tells a change at once, also while signs of life wait", () => {
  const { ada, bob, presence } = room();
  ada.awareness.setLocalState({ cursor: null });
  presence.receive(ada, message(ada));
  ada.awareness.setLocalState({ cursor: 7 });
  presence.receive(ada, message(ada));
  vi.advanceTimersByTime(40);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toMatchObject({ cursor: 7 });
  const { messages } = bob;
  vi.advanceTimersByTime(1000);
  expect(bob.messages).toBe(messages);
});

it("shows a peer again that showed nothing for a while", () => {
  const { ada, bob, presence } = room();
  for (const state of [null, { cursor: 3 }]) {
    ada.awareness.setLocalState(state);
    presence.receive(ada, message(ada));
    vi.advanceTimersByTime(100);
    expect(bob.awareness.getStates().has(ada.awareness.clientID)).toBe(state !== null);
  }
});
