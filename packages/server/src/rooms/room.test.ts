import { CROWD, TALK } from "@plenary/collab";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { AWARENESS, crowd } from "./messages.ts";
import type { Peer } from "./peer.ts";
import { roomsOn } from "./testing/roomsOn.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A peer, and which messages that only our own page knows it was sent. */
function peer(id: string): Peer & { sent: string[] } {
  const sent: string[] = [];
  return {
    id,
    person: { id, name: id, group: "EUR", role: "delegate" },
    color: "#123456",
    mayWrite: true,
    sent,
    send: (message) => void ([TALK, CROWD].includes(message[0] ?? 0) && sent.push([...message].join(" "))),
    close() {},
  };
}

/** What a client sends that has just put its caret somewhere. */
function shown(): Uint8Array {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ cursor: null });
  const entries = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  awareness.destroy();
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

it("tells who asked for threads how many people there are, once more are than are shown", async () => {
  const log = {
    load: async () => ({ snapshot: null, ledger: null, updates: [], head: 0 }),
    append: async () => [],
    history: async () => [],
    shared: false,
    lanes: 1,
    since: async () => [],
    heads: async () => new Map(),
    exclusively: <T>(_: string, work: () => Promise<T>) => work(),
    snapshot: async () => {},
  };
  const { rooms, reports } = roomsOn(log);
  const held = await rooms.hold("draft");
  const [ours, stock, late] = [peer("ours"), peer("stock"), peer("late")];
  held?.room.connect(ours);
  held?.room.connect(stock);
  held?.room.receive(ours, new Uint8Array([TALK]));
  for (let i = 0; i < 260; i += 1) {
    const one = peer(`p${i}`);
    held?.room.connect(one);
    held?.room.receive(one, shown());
  }
  vi.advanceTimersByTime(1000);
  const count = [...crowd(260)].join(" ");
  expect(ours.sent).toEqual([`${TALK}`, count]);
  expect(stock.sent).toEqual([]);
  held?.room.connect(late);
  held?.room.receive(late, new Uint8Array([TALK]));
  expect(late.sent).toEqual([`${TALK}`, count]);
  held?.release();
  expect(reports).toEqual([]);
});
