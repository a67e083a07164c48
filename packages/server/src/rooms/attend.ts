import { closeCodes } from "@plenary/collab";
import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import type { Limits } from "../guard/limits.ts";
import { type RefusalReason, refusal } from "../guard/refusal.ts";
import type { Refusals } from "../guard/refusals.ts";
import { createAllowance } from "../door/allowance.ts";
import { frameOf } from "./frameOf.ts";
import { AWARENESS } from "./messages.ts";
import type { Peer } from "./peer.ts";
import type { HeldRoom, Rooms } from "./rooms.ts";

/** How many messages, and bytes of them, a connection may send before its room is loaded. */
const MAX_EARLY = { messages: 100, bytes: 8 * 1024 * 1024 };

/** Of what length a message is not copied to be made a frame once for all, in bytes. */
const LARGE = 16 * 1024;

/** What attending works on. */
export interface AttendParts {
  readonly rooms: Rooms;
  readonly limits: Limits;
  readonly clock: () => Date;
  readonly refusals: Refusals;
  readonly report: (error: unknown) => void;
}

/**
 * Joins a fresh connection with its room for as long as both last. To be called in the turn in which the connection
 * was made, so that no message is missed; what comes before the room is loaded waits. `wire` is what the connection
 * runs over, without compression: most messages go to many, and are made frames once for all of them.
 */
export function attend(
  socket: WebSocket,
  wire: Pick<Duplex, "write">,
  name: string,
  who: Omit<Peer, "send" | "close">,
  { rooms, limits, clock, refusals, report }: AttendParts,
): void {
  const allowance = createAllowance(limits, clock);
  const from = { room: name, person: who.person.id, connection: who.id };
  const silent = setTimeout(() => refuse("silent"), limits.handshake);
  const early: Uint8Array[] = [];
  let earlyBytes = 0;
  let held: HeldRoom | null = null;
  let closed = false;
  const peer: Peer = {
    ...who,
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount <= limits.backlog)
        return message.length > LARGE ? socket.send(message) : void wire.write(frameOf(message));
      refusals.add("reader", from);
      // Closing politely would queue behind the backlog.
      socket.terminate();
    },
    close: (code, reason) => socket.close(code, reason),
  };

  socket.on("error", report);
  socket.on("message", (data: RawData) => {
    if (socket.readyState !== socket.OPEN) return;
    clearTimeout(silent);
    const message = bytes(data);
    const allowed = allowance.of(message);
    if (allowed === "refuse") return refuse("rate");
    if (allowed === "pass over") return;
    if (held) return held.room.receive(peer, message);
    earlyBytes += message.length;
    if (early.length >= MAX_EARLY.messages || earlyBytes > MAX_EARLY.bytes) return refuse("rate");
    early.push(message);
  });
  socket.on("close", () => {
    closed = true;
    clearTimeout(silent);
    held?.room.disconnect(peer);
    held?.release();
  });

  enter().catch((error: unknown) => {
    report(error);
    peer.close(closeCodes.tryLater, "The draft could not be loaded. Try again.");
  });

  function refuse(reason: RefusalReason): void {
    held?.room.disconnect(peer);
    refusals.add(reason, from);
    const { code, words } = refusal(reason);
    peer.close(code, words);
  }

  async function enter(): Promise<void> {
    const room = await rooms.hold(name);
    if (!room) return peer.close(closeCodes.unknownDraft, "There is no such draft.");
    if (closed || socket.readyState !== socket.OPEN) return room.release();
    held = room;
    held.room.connect(peer);
    for (const message of early.splice(0)) held.room.receive(peer, message);
  }
}

/** What was sent, in memory of its own where the room keeps it. */
function bytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  if (data instanceof Buffer && data[0] === AWARENESS) return data;
  return new Uint8Array(data);
}
