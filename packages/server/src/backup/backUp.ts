import { existsSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { checkDatabase } from "./checkDatabase.ts";
import { fileHash } from "./fileHash.ts";
import { syncFile } from "./syncFile.ts";

/** A backup that was made: the file, its SHA-256 and its size in bytes. */
export interface BackupFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * Copies the database as it is at one moment, while others write it. `to` is a file that is not there yet, or a folder,
 * in which the file is named after the time; its hash goes beside it, for `sha256sum -c` and for restoring. The copy is
 * checked; it is under its name only when it is whole and durable.
 */
export async function backUp(database: string, to: string, now: Date): Promise<BackupFile> {
  if (!existsSync(database))
    throw new Error(`${database}: there is no database to back up. Say with DATA in which folder it is.`);
  const path = isFolder(to) ? join(to, `plenary-${now.toISOString().replaceAll(/[:.]/g, "-")}.db`) : to;
  if (existsSync(path)) throw new Error(`${path} is there already. Name a file that is not, or a folder.`);
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  await rm(part, { force: true });
  const source = new Sqlite(database, { readonly: true, fileMustExist: true });
  try {
    // One read transaction: what others write meanwhile is not in it, and nobody waits.
    source.prepare("VACUUM INTO ?").run(part);
  } finally {
    source.close();
  }
  const copy = new Sqlite(part, { readonly: true });
  try {
    checkDatabase(copy, path);
  } finally {
    copy.close();
  }
  const hash = await fileHash(part);
  await writeFile(hashFile(path), `${hash}  ${basename(path)}\n`);
  await syncFile(hashFile(path));
  await syncFile(part);
  await rename(part, path);
  await syncFile(path);
  return { path, hash, bytes: statSync(path).size };
}

/** Where the hash of a backup stands. */
export function hashFile(path: string): string {
  return `${path}.sha256`;
}

function isFolder(path: string): boolean {
  return path.endsWith("/") || (existsSync(path) && statSync(path).isDirectory());
}
