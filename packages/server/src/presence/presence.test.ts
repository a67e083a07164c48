import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import type { Peer } from "../rooms/peer.ts";
import { type Presence, createPresence } from "./presence.ts";
import { message, peer, room } from "./testing/stockPeer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells everybody, the sender too, in one message a tick, who is there by the server's knowledge", () => {
  const { ada, bob } = room();
  expect([ada.messages, bob.messages]).toEqual([1, 1]);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toEqual({
    at: null,
    user: { id: "ada", name: "Name of ada", group: "EUR", role: "delegate", color: "#123456" },
  });
});

it("tells a caret, and leaves out what is shown for one and is none", () => {
  const { ada, bob, presence } = room();
  const place = { type: null, tname: "text", item: null, assoc: 0 };
  const none = { type: null, tname: null, item: { client: 1, clock: -1 }, assoc: 0 };
  for (const [shown, told] of [
    [
      { anchor: place, head: place },
      { anchor: place, head: place },
    ],
    [{ anchor: place, head: none }, undefined],
    [{}, undefined],
    ["here", undefined],
  ]) {
    ada.awareness.setLocalState({ cursor: shown });
    presence.receive(ada, message(ada));
    vi.advanceTimersByTime(100);
    expect(bob.awareness.getStates().get(ada.awareness.clientID)?.["cursor"]).toEqual(told);
  }
});

it("ignores what a peer says of others", () => {
  const { ada, bob, presence } = room();
  const forged = new Awareness(ada.awareness.doc);
  forged.setLocalState({ at: "forged" });
  forged.setLocalState({ at: "forged again" });
  presence.receive(bob, encodeAwarenessUpdate(forged, [forged.clientID]));
  presence.receive(bob, message(bob, ada));
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toMatchObject({ at: null });
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
    more.awareness.setLocalState({ at: i });
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
        one.awareness.setLocalState({ at: null });
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
  ada.awareness.setLocalState({ at: null });
  presence.receive(ada, message(ada));
  ada.awareness.setLocalState({ at: 7 });
  presence.receive(ada, message(ada));
  vi.advanceTimersByTime(40);
  expect(bob.awareness.getStates().get(ada.awareness.clientID)).toMatchObject({ at: 7 });
  const { messages } = bob;
  vi.advanceTimersByTime(1000);
  expect(bob.messages).toBe(messages);
});

it("shows a peer again that showed nothing for a while", () => {
  const { ada, bob, presence } = room();
  for (const state of [null, { at: 3 }]) {
    ada.awareness.setLocalState(state);
    presence.receive(ada, message(ada));
    vi.advanceTimersByTime(100);
    expect(bob.awareness.getStates().has(ada.awareness.clientID)).toBe(state !== null);
  }
});

it("shows at once who is told of again by a node that had been taken as gone", () => {
  const { ada, presence } = room();
  const far = { client: 9, clock: 4, person: "far", state: { at: 1 } };
  const seen = (): unknown => {
    vi.advanceTimersByTime(100);
    return ada.awareness.getStates().get(9);
  };
  presence.receiveFrom("n", [far]);
  expect(seen()).toEqual({ at: 1 });
  presence.nodeGone("n");
  expect(seen()).toBeUndefined();
  presence.receiveFrom("n", [far]);
  expect(seen()).toEqual({ at: 1 });
  presence.receiveFrom("n", [{ ...far, clock: 5, state: { at: 2 } }]);
  expect(seen()).toEqual({ at: 2 });
});

it("believes no node that still tells of somebody who has come here from it", () => {
  const { ada, bob, presence } = room();
  const client = ada.awareness.clientID;
  presence.receiveFrom("n", [{ client, clock: 1, person: "ada", state: { at: "long ago" } }]);
  ada.awareness.setLocalState({ at: "here" });
  presence.receive(ada, message(ada));
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().get(client)).toMatchObject({ at: "here" });
});

it("shows everybody the 250 of a crowd who moved last, the chair always, and tells how many people there are", () => {
  const peers = new Set<Peer>();
  const told: number[] = [];
  const presence: Presence = createPresence(
    peers,
    () => {},
    () => told.push(presence.people()),
  );
  const chair = peer("chair");
  const crowd = [chair, ...Array.from({ length: 300 }, (_, i) => peer(`p${i}`))];
  const late = peer("late");
  const show = (one: (typeof crowd)[number], at: number): void => {
    one.awareness.setLocalState({ at });
    presence.receive(one, message(one));
  };
  const seen = (from: typeof late): Set<string> =>
    new Set([...from.awareness.getStates().values()].flatMap(({ user }) => (user ? [user.id] : [])));
  Object.assign(chair.person, { role: "chair" });
  for (const one of [...crowd, late]) peers.add(one);
  for (const one of crowd) show(one, 0);
  vi.advanceTimersByTime(1000);
  expect(seen(late)).toEqual(new Set(crowd.slice(-249).map(({ id }) => id)).add("chair"));
  expect(presence.people()).toBe(301);

  const before = late.messages;
  for (const one of crowd.slice(1, 20)) presence.receive(one, message(one));
  vi.advanceTimersByTime(8000);
  expect(late.messages).toBe(before);
  show(crowd[1]!, 5);
  vi.advanceTimersByTime(1000);
  expect(seen(late).has("p0")).toBe(true);

  const comer = peer("comer");
  presence.greet(comer);
  expect(comer.awareness.getStates().size).toBe(251);
  for (const one of crowd.slice(-60)) presence.leave(one);
  vi.advanceTimersByTime(1000);
  expect(seen(late)).toEqual(new Set(crowd.slice(0, -60).map(({ id }) => id)));
  expect(told).toEqual([301, 0]);
});

it("remembers a bounded number of those who came under ever new ids and have gone", () => {
  const { peers, presence } = room();
  const ids: number[] = [];
  for (let i = 0; i < 1000; i += 1) {
    const one = peer(`c${i}`, "flood");
    one.awareness.setLocalState({ at: i });
    peers.add(one);
    presence.receive(one, message(one));
    vi.advanceTimersByTime(600);
    peers.delete(one);
    presence.leave(one);
    ids.push(one.awareness.clientID);
    one.awareness.destroy();
  }
  const remembered = ids.filter((id) => presence.holder(id) !== null);
  expect(remembered).toEqual(ids.slice(-200));
});

it("believes a node that has loaded the room anew, and tells of who was there before with clocks from before", () => {
  const { ada, presence } = room();
  const far = { client: 9, clock: 4, person: "far", state: { at: 1 } };
  presence.receiveFrom("n", [far]);
  presence.receiveFrom("n", [{ ...far, clock: 5, state: null }]);
  presence.nodeAsks("n");
  presence.receiveFrom("n", [far]);
  vi.advanceTimersByTime(100);
  expect(ada.awareness.getStates().get(9)).toEqual({ at: 1 });
});
