import Sqlite from "better-sqlite3";
import pg from "pg";
import { migrations } from "../store/migrations.ts";
import { forPostgres } from "../store/postgres/forPostgres.ts";
import { checkHash } from "./backupFile.ts";
import { checkDatabase } from "./checkDatabase.ts";
import { versionOf, withPostgres } from "./postgresClient.ts";
import type { RestoreOptions } from "./restore.ts";
import { type Table, columnList, tablesOf } from "./tables.ts";

/** How much is written at once: values (PostgreSQL takes 65,535 in one statement) and about how many bytes. */
const PIECE = { values: 30_000, bytes: 4 * 1024 * 1024 };

/**
 * Puts a backup into a PostgreSQL database, in one transaction, once it is shown to be whole. The answer is the schema
 * that the tables which were there stand in now, null when there were none. Throws, and changes nothing, when the backup
 * is not whole, when tables are there and `force` is not set, or when somebody is connected to the database.
 */
export async function restorePostgres(
  backup: string,
  url: string,
  { force, now }: RestoreOptions,
): Promise<string | null> {
  await checkHash(backup);
  const source = new Sqlite(backup, { readonly: true, fileMustExist: true });
  try {
    checkDatabase(source, backup);
    return await withPostgres(url, async (client) => {
      await client.query("BEGIN");
      const aside = (await versionOf(client)) > 0 ? await putAside(client, force, now) : null;
      const version = Number(source.prepare("SELECT max(version) FROM migration").pluck().get());
      await client.query("CREATE TABLE migration (version BIGINT PRIMARY KEY, at BIGINT NOT NULL)");
      for (const [at, sql] of migrations.slice(0, version).entries()) {
        await client.query(forPostgres(sql));
        await client.query("INSERT INTO migration VALUES ($1, $2)", [at + 1, now.getTime()]);
      }
      for (const table of tablesOf(source)) await copyTable(source, client, table);
      await client.query("COMMIT");
      return aside;
    });
  } finally {
    source.close();
  }
}

async function copyTable(source: Sqlite.Database, client: pg.Client, table: Table): Promise<void> {
  const { name, columns } = table;
  const rows = source
    .prepare(`SELECT ${columnList(table)} FROM ${name}`)
    .raw()
    .iterate() as IterableIterator<unknown[]>;
  let values: unknown[] = [];
  let bytes = 0;
  const write = async (): Promise<void> => {
    if (values.length === 0) return;
    const places = Array.from({ length: values.length / columns.length }, (_, row) =>
      columns.map((_column, at) => `$${row * columns.length + at + 1}`).join(", "),
    );
    await client.query(`INSERT INTO ${name} (${columnList(table)}) VALUES (${places.join("), (")})`, values);
    values = [];
    bytes = 0;
  };
  for (const row of rows) {
    values.push(...row);
    for (const value of row) bytes += typeof value === "string" || value instanceof Uint8Array ? value.length : 8;
    if (values.length + columns.length > PIECE.values || bytes > PIECE.bytes) await write();
  }
  await write();
}

/** Puts the tables that are there into a schema of their own. */
async function putAside(client: pg.Client, force: boolean, now: Date): Promise<string> {
  if (!force)
    throw new Error(
      "The database holds tables of Plenary already. With --force they are put aside and the backup restored.",
    );
  const others = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );
  if (others.rows.length > 0)
    throw new Error("The database is in use. Stop the servers, restore, and start them again.");
  const { rows } = await client.query<{ schema: string }>("SELECT current_schema() AS schema");
  const schema = pg.escapeIdentifier(rows[0]?.schema ?? "public");
  const aside = `before_${now.toISOString().replaceAll(/\D/g, "")}`;
  await client.query(`ALTER SCHEMA ${schema} RENAME TO ${aside}`);
  await client.query(`CREATE SCHEMA ${schema}`);
  return aside;
}
