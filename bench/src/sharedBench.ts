import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const shared = new URL("../../../shared/", import.meta.url);
const tool = new URL("tools/redline-bench/", shared);
const corpus = new URL("corpus/redlines/", shared);
const engine = new URL("../redline/engine.ts", import.meta.url);

/**
 * Scores the engine beside its peers with the bench that stands beside the checkout, in a folder
 * of its own that is gone afterwards; what it prints goes to this program's output. Returns why
 * nothing was scored, or null when it was.
 */
export function sharedBench(): string | null {
  if (!existsSync(tool) || !existsSync(corpus))
    return "No ../shared/tools/redline-bench and ../shared/corpus/redlines beside the checkout: speed alone was measured.";
  const folder = mkdtempSync(join(tmpdir(), "plenary-bench-"));
  try {
    cpSync(tool, folder, { recursive: true });
    const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (npm.status !== 0)
      return "The peers could not be installed: connect to a package registry, or run it once where there is one, and try again.";
    const run = spawnSync(
      process.execPath,
      ["bench.mjs", "--corpus", fileURLToPath(corpus), "--ours", fileURLToPath(engine)],
      { cwd: folder, stdio: ["ignore", "inherit", "inherit"] },
    );
    return run.status === 0
      ? null
      : `The shared bench ended with status ${run.status ?? "none"}; what it says is above.`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
