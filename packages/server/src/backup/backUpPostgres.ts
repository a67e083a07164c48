import Sqlite from "better-sqlite3";
import type pg from "pg";
import { migrateSqlite } from "../store/sqlite/migrateSqlite.ts";
import { type BackupFile, writeBackup } from "./backupFile.ts";
import { versionOf, withPostgres } from "./postgresClient.ts";
import { type Table, columnList, tablesOf } from "./tables.ts";

/** How much is read at once: rows at first and at most, and about how many bytes. */
const PIECE = { first: 10, most: 5000, bytes: 4 * 1024 * 1024 };

type Value = string | number | Uint8Array | null;

/**
 * Copies a PostgreSQL database as it is at one moment, while nodes write it, into a file as that of SQLite, which either
 * store restores from. Where the copy goes: {@link writeBackup}.
 */
export async function backUpPostgres(url: string, to: string, now: Date): Promise<BackupFile> {
  return writeBackup(to, now, async (part) => {
    const copy = new Sqlite(part);
    try {
      await withPostgres(url, (client) => copyAll(client, copy));
    } finally {
      copy.close();
    }
  });
}

async function copyAll(client: pg.Client, copy: Sqlite.Database): Promise<void> {
  // One moment of all tables, and nobody waits.
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const version = await versionOf(client);
  if (version === 0) throw new Error("There is nothing of Plenary in this database. Check DATABASE_URL.");
  // Nobody sees the file before it is whole and synced.
  copy.pragma("journal_mode = OFF");
  copy.pragma("synchronous = OFF");
  copy.pragma("foreign_keys = OFF");
  migrateSqlite(copy, version);
  for (const table of tablesOf(copy)) await copyTable(client, copy, table);
  await client.query("COMMIT");
}

async function copyTable(client: pg.Client, copy: Sqlite.Database, table: Table): Promise<void> {
  const { name, columns } = table;
  const insert = copy.prepare(
    `INSERT INTO ${name} (${columnList(table)}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const insertAll = copy.transaction((rows: readonly Value[][]) => {
    for (const row of rows) insert.run(...row);
  });
  await client.query(`DECLARE piece NO SCROLL CURSOR FOR SELECT ${columnList(table)} FROM ${name}`);
  for (let count = PIECE.first; ;) {
    const { rows } = await client.query<Value[]>({ text: `FETCH ${count} FROM piece`, rowMode: "array" });
    insertAll(rows);
    if (rows.length < count) break;
    count = nextCount(rows);
  }
  await client.query("CLOSE piece");
}

/** How many rows are about as many bytes as may be read at once. */
function nextCount(rows: readonly Value[][]): number {
  const bytes = rows.flat().reduce<number>((sum, value) => sum + sizeOf(value), 1);
  return Math.max(1, Math.min(PIECE.most, Math.floor((rows.length * PIECE.bytes) / bytes)));
}

function sizeOf(value: Value): number {
  return typeof value === "string" || value instanceof Uint8Array ? value.length : 8;
}
