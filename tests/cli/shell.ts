import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const main = resolve(import.meta.dirname, "../../apps/cli/src/main.ts");

/** Two texts that are in the folder as `base.txt` and `current.txt`. */
export const base =
  "RESOLUTION 900 (Kigali, 2022)\nPigeons\nThe Council,\nresolves\n1\tto begin at once;\n2\tto end.\n";
export const current = base.replace("at once", "soon");

/** The folder in which the shell stands, while the tests of a file run. */
export const folder = mkdtempSync(join(tmpdir(), "plenary-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "base.txt"), base);
writeFileSync(join(folder, "current.txt"), current);

/** Runs `plenary` in the folder. */
export function plenary(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  return { status, stdout, stderr };
}
