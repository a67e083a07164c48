import pg from "pg";
import { migrations } from "../store/migrations.ts";
import { CONNECT_MS, explained } from "../store/postgres/pool.ts";

/** Numbers as numbers: none that is kept is beyond what a number holds exactly. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, "text", Number);

/** Does the work on a connection to the database; what fails there is told with what to do. */
export async function withPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true, types });
  client.on("error", () => {});
  try {
    await client.connect().catch((error: unknown) => {
      throw new Error(`${explained(error).message}. Check DATABASE_URL.`, { cause: error });
    });
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The version of Plenary that the database is of; 0 when it holds nothing of Plenary. Throws for a newer one than this. */
export async function versionOf(client: pg.Client): Promise<number> {
  const there = await client.query<{ there: boolean }>("SELECT to_regclass('migration') IS NOT NULL AS there");
  if (there.rows[0]?.there !== true) return 0;
  const { rows } = await client.query<{ version: number }>(
    "SELECT coalesce(max(version), 0) AS version FROM migration",
  );
  const version = rows[0]?.version ?? 0;
  if (version > migrations.length)
    throw new Error(
      `The database is of a newer version of Plenary (${version}; this one knows ${migrations.length}). Take the newer one.`,
    );
  return version;
}
