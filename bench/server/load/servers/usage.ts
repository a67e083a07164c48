import type { FromServer, ToServer, Usage } from "../messages.ts";

/** Tells the parent where the server is, and what it has used whenever that is asked. */
export function serve(port: number, rooms: readonly string[]): void {
  process.on("message", (asked: ToServer) => {
    tell(asked === "cpu" ? { type: "cpu", cpu: cpu() } : { type: "usage", usage: usage() });
  });
  process.on("disconnect", () => process.exit());
  tell({ type: "listening", port, rooms });
}

function tell(message: FromServer): void {
  process.send?.(message);
}

function usage(): Usage {
  // The ordinary kind leaves pages of the heap half empty: how many depends on what was garbage before.
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  return { cpu: cpu(), memory: process.memoryUsage().rss };
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
