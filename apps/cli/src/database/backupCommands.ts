import { resolve } from "node:path";
import { backUp, backUpPostgres, readSettings, restore, restorePostgres } from "@plenary/server/backup";
import type { Place } from "../compareCommand.ts";
import { UsageError } from "../usage.ts";

/** `plenary backup FILE|FOLDER`: copies the database while servers run. */
export async function backupCommand(files: readonly string[], place: Place): Promise<number> {
  const [to] = files;
  if (to === undefined || files.length > 1) throw new UsageError("backup takes one file or folder: where it goes.");
  const target = to.endsWith("/") ? `${resolve(place.cwd, to)}/` : resolve(place.cwd, to);
  const { database, databaseUrl } = settingsOf(place);
  const made =
    databaseUrl === undefined ? backUp(database, target, new Date()) : backUpPostgres(databaseUrl, target, new Date());
  const { path, hash, bytes } = await made;
  place.write(`${path}: ${bytes} bytes, sha256:${hash}\n`);
  return 0;
}

/** `plenary restore FILE`: puts a backup in the place of the database, which --force puts aside. */
export async function restoreCommand(files: readonly string[], force: boolean, place: Place): Promise<number> {
  const [from] = files;
  if (from === undefined || files.length > 1) throw new UsageError("restore takes one file: the backup.");
  const { database, databaseUrl } = settingsOf(place);
  const [backup, options] = [resolve(place.cwd, from), { force, now: new Date() }];
  if (databaseUrl === undefined) {
    const before = await restore(backup, database, options);
    place.write(`${database}: restored from ${from}\n`);
    if (before !== null) place.write(`${before}: the database that was there before\n`);
  } else {
    const before = await restorePostgres(backup, databaseUrl, options);
    place.write(`${new URL(databaseUrl).pathname.slice(1)}: restored from ${from}\n`);
    if (before !== null) place.write(`${before}: the schema with what was there before\n`);
  }
  return 0;
}

function settingsOf(place: Place): ReturnType<typeof readSettings> {
  const { DATA = "data", ...environment } = process.env;
  return readSettings({ ...environment, DATA: resolve(place.cwd, DATA) });
}
