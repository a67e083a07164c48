import { once } from "node:events";
import { type NetConnectOpts, type Socket, connect, createServer } from "node:net";

/** What stands before a node as a load balancer does: the address stays, what is behind it may change. */
export interface Relay {
  readonly origin: string;
  /** From now on new connections go there. */
  lead(to: NetConnectOpts): void;
  close(): Promise<void>;
}

/** Opens an address that leads to a target. A connection that finds nobody there is closed. */
export async function openRelay(target: NetConnectOpts): Promise<Relay> {
  let to = target;
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(to);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The relay has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    lead: (next) => void (to = next),
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
