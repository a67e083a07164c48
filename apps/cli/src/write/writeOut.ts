import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Place } from "../compareCommand.ts";

/** Writes to the file named, or to standard output when none is. */
export async function writeOut(said: string | Uint8Array, output: string | undefined, place: Place): Promise<void> {
  if (output !== undefined) await writeFile(resolve(place.cwd, output), said);
  else place.write(said);
}
