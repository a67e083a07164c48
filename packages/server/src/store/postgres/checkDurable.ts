import { sql } from "kysely";
import type { Database } from "../database.ts";

/** What of PostgreSQL must be on, or what is told to be saved may be lost; and what may be lost where it is off. */
const must = {
  fsync: "when the machine fails the database may be lost as a whole",
  full_page_writes:
    "when the machine fails pages that were being written are broken, but on a file system that never writes over a block (ZFS)",
  synchronous_commit: "when PostgreSQL fails what people were told is saved a moment before is lost",
} as const;

/** What is wrong with how the database keeps what it was given, one sentence for each setting that is off and not `allowed` to be. */
export async function checkDurable(db: Database, allowed: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: keyof typeof must; setting: string }>`
    SELECT name, setting FROM pg_settings WHERE name IN (${sql.join(Object.keys(must))}) ORDER BY name`.execute(db);
  return rows
    .filter(({ name, setting }) => setting === "off" && !allowed.includes(name))
    .map(
      ({ name }) =>
        `PostgreSQL's ${name} is off: ${must[name]}. Turn it on in postgresql.conf and have it read again ` +
        `(SELECT pg_reload_conf())${name === "synchronous_commit" ? ", also where it is set for the user or the database" : ""}; ` +
        `or, knowing that, start with DATABASE_ALLOW_OFF=${name}.`,
    );
}
