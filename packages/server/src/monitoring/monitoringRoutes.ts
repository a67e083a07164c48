import { timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { sql } from "kysely";
import type { Database } from "../store/database.ts";
import type { Histogram } from "./histogram.ts";

/** What is watched. */
export interface Monitored {
  readonly db: Database;
  readonly rooms: () => number;
  readonly connections: () => number;
  readonly refused: ReadonlyMap<string, number>;
  readonly commits: Histogram;
  readonly propagation: Histogram;
  /** Who has it may read the metrics from anywhere; without it they are for this machine alone. */
  readonly token?: string;
  /** Whether the server is stopping. */
  readonly stopping: () => boolean;
  readonly report: (error: unknown) => void;
}

/**
 * `/healthz`: the process answers. `/readyz`: it can serve, its store answers. `/metrics`: counts for Prometheus, for
 * this machine, or for who has the token where one is set.
 */
export function monitoringRoutes(watched: Monitored) {
  return new Hono()
    .get("/healthz", (c) => c.text("ok\n"))
    .get("/readyz", async (c) => {
      if (watched.stopping()) return c.text("stopping\n", 503);
      try {
        await sql`SELECT 1`.execute(watched.db);
        return c.text("ready\n");
      } catch (error) {
        watched.report(error);
        return c.text("the store does not answer; the log says why\n", 503);
      }
    })
    .get("/metrics", (c) => {
      if (!mayRead(c, watched.token)) return c.text("The metrics are not public.\n", 403);
      return c.text(print(watched), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
    });
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return same(c.req.header("authorization") ?? "", `Bearer ${token}`);
  // What a proxy on this machine passes on does not come from this machine.
  if (c.req.header("x-forwarded-for") !== undefined || c.req.header("forwarded") !== undefined) return false;
  const { address = "" } = getConnInfo(c).remote;
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function print({ rooms, connections, refused, commits, propagation }: Monitored): string {
  const gauge = (name: string, help: string, value: number): string =>
    `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;
  const refusals = [...refused].map(([reason, count]) => `plenary_refused_total{reason="${reason}"} ${count}\n`);
  return [
    gauge("plenary_rooms", "Documents that are open.", rooms()),
    gauge("plenary_connections", "WebSocket connections.", connections()),
    `# HELP plenary_refused_total Messages that were refused, by the reason.\n# TYPE plenary_refused_total counter\n`,
    ...refusals,
    commits.print("plenary_commit_seconds", "From giving updates to the store until they are durable."),
    propagation.print("plenary_propagation_seconds", "From taking an update until it is durable and relayed."),
    gauge("process_resident_memory_bytes", "Memory of the process.", process.memoryUsage.rss()),
  ].join("");
}
