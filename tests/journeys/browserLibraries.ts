import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const packed = join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin/al2023.tar.br");

/**
 * The environment in which the packaged browser finds its libraries: the system's own, and where one is missing, as on
 * a bare Debian, those that come with the package.
 */
export function browserLibraries(executable: string): Record<string, string> {
  const linked = spawnSync("ldd", [executable], { encoding: "utf8" });
  return linked.status === 0 && !linked.stdout.includes("not found") ? {} : { LD_LIBRARY_PATH: unpack() };
}

function unpack(): string {
  const folder = join(tmpdir(), "plenary-browser-libraries");
  if (existsSync(join(folder, "lib/libnss3.so"))) return join(folder, "lib");
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, "libraries.tar");
  writeFileSync(archive, brotliDecompressSync(readFileSync(packed)));
  const run = spawnSync("tar", ["-xf", archive, "-C", folder], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`The browser's libraries can't be unpacked into ${folder}: ${run.stderr}`);
  return join(folder, "lib");
}
