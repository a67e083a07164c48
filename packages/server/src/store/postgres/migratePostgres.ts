import pg from "pg";
import { migrations } from "../migrations.ts";
import { forPostgres } from "./forPostgres.ts";
import { CONNECT_MS } from "./pool.ts";

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 725_201_017;

/**
 * Brings the database to this version of Plenary; of processes that start at once, one does it and the others wait.
 * Rejects when the database can't be reached or is of a newer version.
 */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, at BIGINT NOT NULL)");
    const { rows } = await client.query<{ version: string }>(
      "SELECT coalesce(max(version), 0) AS version FROM migration",
    );
    const version = Number(rows[0]?.version);
    if (version > migrations.length)
      throw new Error(
        `The database is of a newer version of Plenary (${version}; this one knows ${migrations.length}). Start the newer one.`,
      );
    await client.query("BEGIN");
    for (const [at, sql] of migrations.entries()) {
      if (at < version) continue;
      await client.query(forPostgres(sql));
      await client.query("INSERT INTO migration VALUES ($1, $2)", [at + 1, Date.now()]);
    }
    await client.query("COMMIT");
  } catch (error) {
    const where = new URL(url);
    const reason = error instanceof Error ? error.message || String(Reflect.get(error, "code")) : String(error);
    throw new Error(
      `The database ${where.pathname.slice(1)} at ${where.host} can't be used: ${reason} ` +
        "Check DATABASE_URL, and that PostgreSQL 14 or newer answers there.",
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
}
