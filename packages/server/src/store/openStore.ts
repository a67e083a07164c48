import type { Settings } from "../settings.ts";
import { openSqliteStore } from "./sqlite/sqliteStore.ts";
import type { Store } from "./store.ts";

/** The store that the settings name. `report` takes what goes wrong in the background. */
export async function openStore(
  { database, databaseUrl, redisUrl }: Pick<Settings, "database" | "databaseUrl" | "redisUrl">,
  report: (error: unknown) => void,
): Promise<Store> {
  if (databaseUrl === undefined) return openSqliteStore(database);
  // What it needs is not loaded where it is not used.
  const { openPostgresStore } = await import("./postgres/postgresStore.ts");
  return openPostgresStore({ url: databaseUrl, report, ...(redisUrl === undefined ? {} : { redis: redisUrl }) });
}
