import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
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
 * Has a backup written and puts it in its place once it is checked and durable. `to` is a file that is not there yet, or
 * a folder, in which the file is named after the time; its hash goes beside it, for `sha256sum -c` and for restoring.
 */
export async function writeBackup(to: string, now: Date, write: (part: string) => Promise<void>): Promise<BackupFile> {
  const path = isFolder(to) ? join(to, `plenary-${now.toISOString().replaceAll(/[:.]/g, "-")}.db`) : to;
  if (existsSync(path)) throw new Error(`${path} is there already. Name a file that is not, or a folder.`);
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  await rm(part, { force: true });
  await write(part);
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

/** Throws, with what to do, when the backup is not as it was written. */
export async function checkHash(backup: string): Promise<void> {
  if (!existsSync(backup)) throw new Error(`${backup}: there is no such backup; check the path.`);
  if (!existsSync(hashFile(backup)))
    throw new Error(`${hashFile(backup)} is missing: nothing shows that the backup is whole. Bring it too.`);
  const [wanted] = (await readFile(hashFile(backup), "utf8")).split(/\s/, 1);
  if ((await fileHash(backup)) !== wanted)
    throw new Error(`${backup} is not as it was written: its hash is another. Take another backup.`);
}

/** Where the hash of a backup stands. */
function hashFile(path: string): string {
  return `${path}.sha256`;
}

function isFolder(path: string): boolean {
  return path.endsWith("/") || (existsSync(path) && statSync(path).isDirectory());
}
