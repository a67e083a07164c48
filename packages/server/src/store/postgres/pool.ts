import pg from "pg";

/** Why PostgreSQL did not do it: it refused, or it could not be reached (then what was asked may still be done). */
export function explained(error: unknown): Error {
  const { message } = error instanceof Error ? error : new Error(String(error));
  return error instanceof pg.DatabaseError
    ? new Error(`The database refused: ${message}`, { cause: error })
    : new Error(`The database can't be reached: ${message || "no connection"}`, { cause: error });
}

/** How long to wait for a connection, for one of the log's queries and for any other, in milliseconds. */
export const CONNECT_MS = 2000;
export const LOG_QUERY_MS = 5000;
const QUERY_MS = 15_000;

/** The query, given up after so many milliseconds. */
export function within(timeout: number, query: pg.QueryConfig): pg.QueryConfig {
  const timed: pg.QueryConfig & { query_timeout: number } = { ...query, query_timeout: timeout };
  return timed;
}

/** Numbers as numbers; the driver would give those of 64 bits, and sums of them, as strings. */
const types = new pg.TypeOverrides();
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) types.setTypeParser(type, "text", Number);

/** Connections to a database, at most `max` at once. One that breaks is reported and replaced when it is needed. */
export function openPool(url: string, max: number, report: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    types,
  });
  pool.on("error", (error) => report(explained(error)));
  return pool;
}

/** Does the work in one transaction. A connection on which it found no answer is not used again. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Without a listener, a connection that breaks while it is out of the pool would end the process.
  const ignore = (): void => {};
  client.on("error", ignore);
  let broken = true;
  try {
    await client.query("BEGIN");
    try {
      const result = await work(client);
      await client.query("COMMIT");
      broken = false;
      return result;
    } catch (error) {
      await client.query("ROLLBACK");
      broken = false;
      throw error;
    }
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}
