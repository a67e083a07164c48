import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server of Plenary in a process of its own. */
export interface PlenaryProcess {
  readonly origin: string;
  /** Kills the process at once, as `kill -9` does; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks the process to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

const main = new URL("../../packages/server/src/main.ts", import.meta.url).pathname;

/** Where a server keeps its data: a folder, or a PostgreSQL database. */
export type Place = { readonly DATA: string } | { readonly DATABASE_URL: string };

/** Starts the real server on its data, on a free port. Rejects when it ends before it says where it is. */
export async function startPlenary(place: Place, cache: string): Promise<PlenaryProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DEMO: "1", ...place, NODE_COMPILE_CACHE: cache },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  return {
    origin: await addressOf(child),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      child.kill("SIGTERM");
      const [code] = await exited;
      return typeof code === "number" ? code : null;
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The server has no output.");
  for await (const line of createInterface(stdout)) {
    const address = /^Plenary is at (http:\S+)\/$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error("The server ended before it said where it is; its message is above.");
}
