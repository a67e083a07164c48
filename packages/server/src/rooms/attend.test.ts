import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import type { WebSocket } from "ws";
import { defaultLimits } from "../guard/limits.ts";
import type { RefusalReason } from "../guard/refusal.ts";
import { type AttendParts, attend } from "./attend.ts";
import type { Peer } from "./peer.ts";
import type { Room } from "./roomParts.ts";

const MB = 1024 * 1024;
/** The largest message that a connection takes, and so about the largest that one is sent. */
const LARGEST = 4 * MB;
/** The most bytes of a frame that are not the message's. */
const HEADER = 10;

/** A connection whose other end reads nothing: all that is sent to it waits. */
class Stalled extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  most = 0;
  send(message: Uint8Array): void {
    this.write(message);
  }
  write(message: Uint8Array): boolean {
    this.bufferedAmount += message.length;
    this.most = Math.max(this.most, this.bufferedAmount);
    return true;
  }
  terminate(): void {
    this.readyState = 3;
    this.bufferedAmount = 0;
    this.emit("close");
  }
  close(): void {
    this.terminate();
  }
}

/** Somebody who joined a room over a stalled connection. */
async function stalledReader() {
  const socket = new Stalled();
  const refused: RefusalReason[] = [];
  const joined = Promise.withResolvers<Peer>();
  const left: Peer[] = [];
  const room = {
    connect: (peer: Peer) => joined.resolve(peer),
    disconnect: (peer: Peer) => void left.push(peer),
  } as Partial<Room> as Room;
  const person = { id: "ada", name: "Ada", group: "EUR", role: "delegate" as const };
  attend(
    socket as unknown as WebSocket,
    socket,
    "room",
    { id: "c1", person, color: "#123456", mayWrite: true },
    {
      rooms: { hold: async () => ({ room, release() {} }) } as unknown as AttendParts["rooms"],
      limits: defaultLimits,
      clock: () => new Date(0),
      refusals: { add: (reason) => void refused.push(reason), counts: new Map() },
      report: (error) => expect.unreachable(String(error)),
    },
  );
  return { socket, refused, left, peer: await joined.promise };
}

it.each([100, 10_000, LARGEST])(
  "costs at most the limit and one message more until a slow reader is cut off, in messages of %i bytes",
  async (size) => {
    const { socket, refused, left, peer } = await stalledReader();
    const message = new Uint8Array(size);
    const enough = Math.ceil(defaultLimits.backlog / size) + 2;
    for (let i = 0; i < enough; i += 1) peer.send(message);
    expect(socket.most).toBeGreaterThan(defaultLimits.backlog);
    expect(socket.most).toBeLessThanOrEqual(defaultLimits.backlog + size + HEADER);
    expect(socket.bufferedAmount).toBe(0);
    expect(refused).toEqual(["reader"]);
    expect(left).toEqual([peer]);
    peer.send(message);
    expect([socket.bufferedAmount, refused]).toEqual([0, ["reader"]]);
  },
);
