import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { removeAwarenessStates } from "y-protocols/awareness";
import type { Peer } from "../rooms/peer.ts";
import { createPresence } from "./presence.ts";
import { message, peer, room } from "./testing/stockPeer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Stock clients come back into a room that was loaded anew: they have forgotten the others, but not their clocks. */
function comeBack(...all: ReturnType<typeof peer>[]): void {
  for (const { awareness } of all)
    removeAwarenessStates(
      awareness,
      [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID),
      "cut",
    );
}

it("shows all who come back into a room loaded anew to one another at once, again and again", () => {
  const { ada, bob, peers } = room();
  for (let times = 0; times < 3; times += 1) {
    comeBack(ada, bob);
    const anew = createPresence(peers);
    for (const one of [ada, bob]) anew.receive(one, message(one));
    vi.advanceTimersByTime(100);
    expect([ada, bob].map(({ awareness }) => awareness.getStates().size)).toEqual([2, 2]);
    for (const one of [ada, bob]) anew.receive(one, message(one));
    anew.close();
  }
});

it("shows who comes back into a room loaded anew those on other nodes at once, again and again", () => {
  const { ada, bob, peers } = room();
  peers.delete(bob);
  const there = new Set<Peer>([bob]);
  let here = createPresence(peers);
  const elsewhere = createPresence(there, (told) => here.receiveFrom("elsewhere", told));
  elsewhere.receive(bob, message(bob));
  for (let times = 0; times < 3; times += 1) {
    comeBack(ada);
    here.close();
    here = createPresence(peers);
    here.receive(ada, message(ada));
    elsewhere.nodeAsks("here");
    elsewhere.tellNodes();
    vi.advanceTimersByTime(100);
    expect(ada.awareness.getStates().size).toBe(2);
  }
  bob.awareness.setLocalStateField("at", 7);
  elsewhere.receive(bob, message(bob));
  vi.advanceTimersByTime(100);
  expect(ada.awareness.getStates().get(bob.awareness.clientID)).toMatchObject({ at: 7 });
});

it("shows who goes from node to node who is there, and who moved there meanwhile", () => {
  const { ada, bob, peers } = room();
  for (const one of [ada, bob]) peers.delete(one);
  const at = [new Set<Peer>([bob]), new Set<Peer>()] as const;
  const [home, abroad] = [
    createPresence(at[0], (told) => abroad.receiveFrom("home", told)),
    createPresence(at[1], (told) => home.receiveFrom("abroad", told)),
  ];
  home.receive(bob, message(bob));
  for (let turn = 0; turn < 6; turn += 1) {
    const [here, there] = turn % 2 === 0 ? [abroad, home] : [home, abroad];
    there.leave(ada);
    comeBack(ada);
    at[0].delete(ada);
    at[1].delete(ada);
    at[turn % 2 === 0 ? 1 : 0].add(ada);
    here.receive(ada, message(ada));
    here.greet(ada);
    vi.advanceTimersByTime(500);
    expect(ada.awareness.getStates().size).toBe(2);
    expect(bob.awareness.getStates().size).toBe(2);
    bob.awareness.setLocalStateField("at", turn);
    home.receive(bob, message(bob));
    vi.advanceTimersByTime(500);
    expect(ada.awareness.getStates().get(bob.awareness.clientID)).toMatchObject({ at: turn });
  }
});

it("shows each move of who has just come, also those made before its owner heard of itself, and comes to rest", () => {
  const { bob, peers, presence } = room();
  const cleo = peer("cleo");
  peers.add(cleo);
  for (let turn = 0; turn < 5; turn += 1) {
    cleo.awareness.setLocalState({ at: turn });
    presence.receive(cleo, message(cleo));
    if (turn % 2 === 0) vi.advanceTimersByTime(100);
  }
  expect(bob.awareness.getStates().get(cleo.awareness.clientID)).toMatchObject({ at: 4 });
  cleo.awareness.setLocalState({ at: 5 });
  presence.receive(cleo, message(cleo));
  vi.advanceTimersByTime(100);
  for (let echoes = 0; echoes < 5; echoes += 1) {
    presence.receive(cleo, message(cleo));
    vi.advanceTimersByTime(100);
  }
  const { messages } = bob;
  presence.receive(cleo, message(cleo));
  vi.advanceTimersByTime(10_000);
  expect(bob.messages).toBe(messages);
  expect(cleo.awareness.getLocalState()).toMatchObject({ at: 5 });
});

it("leaves an id to its owner when another window of the same person only echoes that it has gone", () => {
  const { ada, bob, peers, presence } = room();
  peers.delete(ada);
  presence.leave(ada);
  vi.advanceTimersByTime(100);
  const window = peer("window", "ada");
  presence.receive(window, message(bob, ada));
  const back: Peer = { ...ada, id: "ada again" };
  presence.receive(back, message(ada));
  vi.advanceTimersByTime(100);
  expect(bob.awareness.getStates().has(ada.awareness.clientID)).toBe(true);
});
