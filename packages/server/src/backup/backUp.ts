import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { type BackupFile, writeBackup } from "./backupFile.ts";

/** Copies the database file as it is at one moment, while others write it; where the copy goes: {@link writeBackup}. */
export async function backUp(database: string, to: string, now: Date): Promise<BackupFile> {
  if (!existsSync(database))
    throw new Error(`${database}: there is no database to back up. Say with DATA in which folder it is.`);
  return writeBackup(to, now, async (part) => {
    const source = new Sqlite(database, { readonly: true, fileMustExist: true });
    try {
      // One read transaction: what others write meanwhile is not in it, and nobody waits.
      source.prepare("VACUUM INTO ?").run(part);
    } finally {
      source.close();
    }
  });
}
