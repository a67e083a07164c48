import type { WebSocket } from "ws";

/** Of a connection what keeping alive needs. */
type Line = Pick<WebSocket, "OPEN" | "readyState" | "ping" | "send" | "terminate"> & {
  on(sign: string, listener: () => void): unknown;
};

const BEAT_MS = 15_000;
/** How many beats a connection may be silent. A slow reader's answers come late: they queue behind what it reads. */
const SILENT_BEATS = 2;
/** An awareness message without entries: the stock client leaves a connection on which nothing comes for 30 s. */
const NOTHING_NEW = new Uint8Array([1, 1, 0]);

/**
 * Every 15 seconds gives each open connection something to hear, and ends those that have not answered for 30: a
 * connection whose other end has vanished would hold its place for many minutes. The answer stops it.
 */
export function keepAlive(sockets: Iterable<Line>): () => void {
  const silent = new WeakMap<Line, number>();
  const timer = setInterval(() => {
    for (const socket of sockets) {
      if (socket.readyState !== socket.OPEN) continue;
      const beats = silent.get(socket);
      if (beats === undefined)
        for (const sign of ["pong", "message"]) socket.on(sign, () => void silent.set(socket, 0));
      if ((beats ?? 0) >= SILENT_BEATS) {
        socket.terminate();
        continue;
      }
      silent.set(socket, (beats ?? 0) + 1);
      socket.ping();
      socket.send(NOTHING_NEW);
    }
  }, BEAT_MS);
  return () => clearInterval(timer);
}
