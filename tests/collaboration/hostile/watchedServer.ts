import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A server in a process of its own, on the sample conference. */
export interface WatchedServer {
  readonly origin: string;
  /** How many bytes it holds that it can't let go. */
  held(): Promise<number>;
  close(): Promise<void>;
}

/** Starts the real server, as `pnpm start` does. */
export async function startWatchedServer(): Promise<WatchedServer> {
  const data = mkdtempSync(join(tmpdir(), "plenary-watched-"));
  const main = join(import.meta.dirname, "../../../packages/server/src/main.ts");
  const probe = join(import.meta.dirname, "heapProbe.ts");
  const child = spawn("node", ["--expose-gc", "--import", probe, main], {
    env: { ...process.env, DATA: data, PORT: "0", HOST: "127.0.0.1", DEMO: "1" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (!child.stdout) throw new Error("The server has no output.");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface(child.stdout).on("line", (line) => {
    const origin = /Plenary is at (\S+)\//.exec(line)?.[1];
    if (origin !== undefined) resolve(origin);
  });
  child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  return {
    origin: await promise,
    async held() {
      const answer = once(child, "message");
      child.send("held?");
      const [bytes] = await answer;
      return Number(bytes);
    },
    async close() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true });
    },
  };
}
