import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Place } from "../compareCommand.ts";

/** Writes to the file named, whose folder is made when it is not there, or to standard output when none is. */
export async function writeOut(said: string | Uint8Array, output: string | undefined, place: Place): Promise<void> {
  if (output === undefined) return place.write(said);
  const path = resolve(place.cwd, output);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, said);
}
