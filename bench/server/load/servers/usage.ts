import type { FromServer, Usage } from "../messages.ts";

/** Tells the parent where the server is, and what it has used whenever that is asked. */
export function serve(port: number, rooms: readonly string[]): void {
  process.on("message", () => tell({ type: "usage", usage: usage() }));
  process.on("disconnect", () => process.exit());
  tell({ type: "listening", port, rooms });
}

function tell(message: FromServer): void {
  process.send?.(message);
}

function usage(): Usage {
  // The ordinary kind leaves pages of the heap half empty: how many depends on what was garbage before.
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, memory: process.memoryUsage().rss };
}
