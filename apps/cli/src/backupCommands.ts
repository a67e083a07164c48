import { resolve } from "node:path";
import { backUp, readSettings, restore } from "@plenary/server/backup";
import type { Place } from "./compareCommand.ts";
import { UsageError } from "./usage.ts";

/** `plenary backup FILE|FOLDER`: copies the database while the server runs. */
export async function backupCommand(files: readonly string[], place: Place): Promise<number> {
  const [to] = files;
  if (to === undefined || files.length > 1) throw new UsageError("backup takes one file or folder: where it goes.");
  const target = to.endsWith("/") ? `${resolve(place.cwd, to)}/` : resolve(place.cwd, to);
  const { path, hash, bytes } = await backUp(databaseOf(place), target, new Date());
  place.write(`${path}: ${bytes} bytes, sha256:${hash}\n`);
  return 0;
}

/** `plenary restore FILE`: puts a backup in the place of the database, which --force puts aside. */
export async function restoreCommand(files: readonly string[], force: boolean, place: Place): Promise<number> {
  const [from] = files;
  if (from === undefined || files.length > 1) throw new UsageError("restore takes one file: the backup.");
  const database = databaseOf(place);
  const before = await restore(resolve(place.cwd, from), database, { force, now: new Date() });
  place.write(`${database}: restored from ${from}\n`);
  if (before !== null) place.write(`${before}: the database that was there before\n`);
  return 0;
}

function databaseOf(place: Place): string {
  const { DATA = "data", ...environment } = process.env;
  return readSettings({ ...environment, DATA: resolve(place.cwd, DATA) }).database;
}
