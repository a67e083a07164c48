import { Redis } from "ioredis";
import type { Receiver, Transport } from "./transport.ts";

const MAX_BYTES = 256 * 1024;
const CONNECT_MS = 2000;
const RETRY_MS = { first: 100, most: 1000 };

/** Payloads by publish and subscribe of Redis. */
export function redisTransport(url: string, channel: string, receiver: Receiver): Transport {
  const options = {
    connectTimeout: CONNECT_MS,
    keepAlive: CONNECT_MS,
    retryStrategy: (times: number) => Math.min(times * RETRY_MS.first, RETRY_MS.most),
  };
  // What can't be sent now is not worth sending later.
  const out = new Redis(url, {
    ...options,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: CONNECT_MS,
  });
  const into = new Redis(url, { ...options, maxRetriesPerRequest: null, autoResubscribe: false });
  let reachable = true;

  into.on("message", (_channel: string, payload: string) => receiver.received(payload));
  into.on("ready", () => {
    subscribe().catch(noteUnreachable);
  });
  for (const client of [out, into]) client.on("error", noteUnreachable);

  async function subscribe(): Promise<void> {
    await into.subscribe(channel);
    reachable = true;
    receiver.connected();
  }

  function noteUnreachable(error: unknown): void {
    if (reachable) receiver.report(new Error("Redis can't be reached; trying again.", { cause: error }));
    reachable = false;
  }

  return {
    maxBytes: MAX_BYTES,
    send: (payload) => out.publish(channel, payload),
    renew: () => {
      into.disconnect(true);
      out.disconnect(true);
    },
    async close() {
      into.disconnect();
      out.disconnect();
    },
  };
}
