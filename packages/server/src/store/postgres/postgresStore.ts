import { randomUUID } from "node:crypto";
import { Kysely } from "kysely";
import { createHints } from "../../hints/createHints.ts";
import { notifyTransport } from "../../hints/notifyTransport.ts";
import { redisTransport } from "../../hints/redisTransport.ts";
import type { Tables } from "../database.ts";
import type { Store } from "../store.ts";
import { migratePostgres } from "./migratePostgres.ts";
import { explained, inTransaction, openPool } from "./pool.ts";
import { postgresDialect } from "./postgresDialect.ts";
import { postgresLog } from "./postgresLog.ts";

/** How many connections a node has at most: for the log and queries, and for works that run alone. */
const CONNECTIONS = { queries: 16, turns: 4 };
const CHANNEL = "plenary";

/** Where the store of several nodes is. */
export interface PostgresPlace {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** redis://host:port: hints go this way when it is given, and by NOTIFY of PostgreSQL otherwise. */
  readonly redis?: string;
  /** Takes what went wrong in the background, to be logged. */
  readonly report: (error: unknown) => void;
}

/**
 * A store in a PostgreSQL database, which any number of processes may serve at once. Its tables are made or brought to
 * this version. Rejects when the database can't be reached or is of a newer version.
 */
export async function openPostgresStore({ url, redis, report }: PostgresPlace): Promise<Store> {
  await migratePostgres(url);
  const node = randomUUID();
  const pool = openPool(url, CONNECTIONS.queries, report);
  const turns = openPool(url, CONNECTIONS.turns, report);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  // One Redis may serve several conferences.
  const channel = redis === undefined ? CHANNEL : `${CHANNEL}:${await clusterName(db)}`;
  const hints = createHints({
    node,
    report,
    connect: (receiver) =>
      redis === undefined ? notifyTransport(url, channel, pool, receiver) : redisTransport(redis, channel, receiver),
  });
  return {
    db,
    hints,
    log: postgresLog({
      pool,
      turns,
      announcement: redis === undefined ? { channel, node } : null,
      appended: (doc, seq) => {
        if (redis !== undefined) hints.publish({ kind: "head", doc, seq });
      },
    }),
    async commit(statements) {
      let unmet: Error | null = null;
      try {
        await inTransaction(pool, async (client) => {
          for (const statement of statements) {
            const { sql, parameters } = statement.compile();
            const { rowCount } = await client.query(sql, [...parameters]);
            if (statement.otherwise && !rowCount) throw (unmet = statement.otherwise);
          }
        });
      } catch (error) {
        throw unmet ?? explained(error);
      }
    },
    async close() {
      await hints.close();
      await Promise.all([pool.end(), turns.end()]);
    },
  };
}

/** What tells the nodes of this database from those of others; made by the first. */
async function clusterName(db: Kysely<Tables>): Promise<string> {
  const fresh = { key: "cluster", value: randomUUID() };
  await db
    .insertInto("setting")
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom("setting").select("value").where("key", "=", fresh.key).executeTakeFirstOrThrow();
  return row.value;
}
