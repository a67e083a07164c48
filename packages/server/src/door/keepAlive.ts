import type { WebSocket } from "ws";
import { createTurns } from "../presence/turns.ts";

/** Of a connection what keeping alive needs. */
type Line = Pick<WebSocket, "OPEN" | "readyState" | "ping" | "send" | "terminate"> & {
  on(sign: string, listener: () => void): unknown;
};

const BEAT_MS = 15_000;
/** In how many steps a beat goes round: all at once would hold up what people write. */
const STEPS = 60;
/** How many beats a connection may be silent. A slow reader's answers come late: they queue behind what it reads. */
const SILENT_BEATS = 2;
/** An awareness message without entries: the stock client leaves a connection on which nothing comes for 30 s. */
const NOTHING_NEW = new Uint8Array([1, 1, 0]);

/**
 * Every 15 seconds gives each open connection something to hear, and ends those that have not answered for 30: a
 * connection whose other end has vanished would hold its place for many minutes. The answer stops it.
 */
export function keepAlive(sockets: ReadonlySet<Line>): () => void {
  const silent = new WeakMap<Line, number>();
  const turns = createTurns(sockets);
  let [step, had] = [0, 0];

  function beat(socket: Line): void {
    if (socket.readyState !== socket.OPEN) return;
    const beats = silent.get(socket);
    if (beats === undefined) for (const sign of ["pong", "message"]) socket.on(sign, () => void silent.set(socket, 0));
    if ((beats ?? 0) >= SILENT_BEATS) return socket.terminate();
    silent.set(socket, (beats ?? 0) + 1);
    socket.ping();
    socket.send(NOTHING_NEW);
  }

  const timer = setInterval(() => {
    step += 1;
    // The last step takes all that are left, whoever came or went meanwhile.
    const upto = step === STEPS ? Infinity : Math.floor((sockets.size * step) / STEPS);
    const due = turns.take(Math.max(0, upto - had));
    had += due.length;
    for (const socket of due) beat(socket);
    if (step < STEPS) return;
    [step, had] = [0, 0];
    turns.anew();
  }, BEAT_MS / STEPS);
  return () => clearInterval(timer);
}
