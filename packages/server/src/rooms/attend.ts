import { closeCodes } from "@plenary/collab";
import type { RawData, WebSocket } from "ws";
import type { Peer } from "./peer.ts";
import type { HeldRoom, Rooms } from "./rooms.ts";

/** How many messages a connection may send before its room is loaded. */
const MAX_EARLY = 100;
/** How many bytes may wait for a slow reader before it is cut off. */
const MAX_BACKLOG = 8 * 1024 * 1024;

/**
 * Joins a fresh connection with its room for as long as both last. To be called in the turn in which the connection
 * was made, so that no message is missed; what comes before the room is loaded waits.
 */
export function attend(
  socket: WebSocket,
  rooms: Rooms,
  name: string,
  who: Omit<Peer, "send" | "close">,
  report: (error: unknown) => void,
): void {
  const early: Uint8Array[] = [];
  let held: HeldRoom | null = null;
  let closed = false;
  const peer: Peer = {
    ...who,
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      // Closing politely would queue behind the backlog.
      if (socket.bufferedAmount > MAX_BACKLOG) socket.terminate();
      else socket.send(message);
    },
    close: (code, reason) => socket.close(code, reason),
  };

  socket.on("error", report);
  socket.on("message", (data: RawData) => {
    const message = bytes(data);
    if (held) held.room.receive(peer, message);
    else if (early.length < MAX_EARLY) early.push(message);
    else peer.close(closeCodes.tryLater, "Too much at once. Wait for the answer.");
  });
  socket.on("close", () => {
    closed = true;
    held?.room.disconnect(peer);
    held?.release();
  });

  enter().catch((error: unknown) => {
    report(error);
    peer.close(closeCodes.tryLater, "The draft could not be loaded. Try again.");
  });

  async function enter(): Promise<void> {
    const room = await rooms.hold(name);
    if (!room) return peer.close(closeCodes.unknownDraft, "There is no such draft.");
    if (closed) return room.release();
    held = room;
    held.room.connect(peer);
    for (const message of early.splice(0)) held.room.receive(peer, message);
  }
}

function bytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return new Uint8Array(data);
}
