import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes a file and its name durable. */
export async function syncFile(path: string): Promise<void> {
  for (const each of [path, dirname(path)]) {
    const handle = await open(each, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
