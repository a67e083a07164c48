import { copyFileSync, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { checkHash } from "./backupFile.ts";
import { checkDatabase } from "./checkDatabase.ts";
import { syncFile } from "./syncFile.ts";

/** How a backup is restored. */
export interface RestoreOptions {
  /** Whether a database that is there is put aside; else it is an error. */
  readonly force: boolean;
  readonly now: Date;
}

/**
 * Puts a backup in the place of the database, once it is shown to be whole: its hash, its tables, its log. The answer is
 * where the database that was there stands now, null when there was none. Throws, and changes nothing, when the backup
 * is not whole, when a database is there and `force` is not set, or when a server has it open.
 */
export async function restore(
  backup: string,
  database: string,
  { force, now }: RestoreOptions,
): Promise<string | null> {
  await checkHash(backup);
  await mkdir(dirname(database), { recursive: true });
  const part = `${database}.restoring`;
  copyFileSync(backup, part);
  try {
    const copy = new Sqlite(part, { readonly: true });
    try {
      checkDatabase(copy, backup);
    } finally {
      copy.close();
    }
    await syncFile(part);
    const before = existsSync(database) ? await putAside(database, force, now) : null;
    await rename(part, database);
    await syncFile(database);
    return before;
  } finally {
    await rm(part, { force: true });
  }
}

async function putAside(database: string, force: boolean, now: Date): Promise<string> {
  if (!force) throw new Error(`${database} is there already. With --force it is put aside and the backup restored.`);
  const there = new Sqlite(database, { timeout: 0 });
  try {
    // Leaving the write-ahead log needs the database alone: it fails while a server has it open.
    there.pragma("journal_mode = DELETE");
  } catch (error) {
    throw new Error(`${database} is in use. Stop the server, restore, and start it again.`, { cause: error });
  } finally {
    there.close();
  }
  const aside = `${database}.before-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
  await rename(database, aside);
  return aside;
}
