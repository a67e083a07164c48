import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { within } from "../store/postgres/pool.ts";
import type { Receiver, Transport } from "./transport.ts";

/** NOTIFY takes less than 8,000 bytes. */
const MAX_BYTES = 7900;
const CONNECT_MS = 2000;
const RETRY_MS = { first: 100, most: 1000 };

/** Payloads by LISTEN and NOTIFY of PostgreSQL; `pool` sends, a connection of its own listens. */
export function notifyTransport(url: string, channel: string, pool: pg.Pool, receiver: Receiver): Transport {
  const closing = new AbortController();
  let renew = (): void => {};

  /** Listens until the connection ends. */
  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CONNECT_MS,
      keepAlive: true,
    });
    const ended = Promise.withResolvers<void>();
    renew = () => ended.reject(new Error("Nothing has come for too long."));
    client.on("error", ended.reject);
    client.on("end", () => ended.resolve());
    client.on("notification", ({ payload = "" }) => receiver.received(payload));
    closing.signal.addEventListener("abort", () => ended.resolve());
    // It may fail before anybody waits for it.
    ended.promise.catch(() => {});
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      receiver.connected();
      await ended.promise;
    } finally {
      client.end().catch(() => {});
    }
  }

  async function keepListening(): Promise<void> {
    let wait = RETRY_MS.first;
    while (!closing.signal.aborted) {
      try {
        await listen();
        wait = RETRY_MS.first;
      } catch (error) {
        receiver.report(new Error("Other nodes can't be heard; connecting again.", { cause: error }));
      }
      await delay(wait, null, { signal: closing.signal }).catch(() => {});
      wait = Math.min(2 * wait, RETRY_MS.most);
    }
  }
  const over = keepListening();

  return {
    maxBytes: MAX_BYTES,
    send: (payload) => pool.query(within(CONNECT_MS, { text: "SELECT pg_notify($1, $2)", values: [channel, payload] })),
    renew: () => renew(),
    async close() {
      closing.abort();
      await over;
    },
  };
}
