import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./postgresServer.ts";

const main = join(import.meta.dirname, "../../packages/server/src/main.ts");

/** One server process on a shared store. */
export interface ClusterNode {
  readonly port: number;
  /** What it wrote to its log. */
  readonly said: readonly string[];
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end; the answer is its exit status. */
  stop(): Promise<number | null>;
}

/** How a node is started. */
export interface NodeOptions {
  readonly database: string;
  readonly redis?: string;
  /** False: people sign in with accounts. */
  readonly demo?: boolean;
  /** A command that runs the node, with its own arguments first: to put it into a network of its own. */
  readonly inside?: readonly string[];
  /** Other settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the real server and waits until it listens. */
export async function startNode(options: NodeOptions): Promise<ClusterNode> {
  const { database, redis = "", demo = true, inside = [], settings = {} } = options;
  const port = await freePort();
  const args = [...inside.slice(1), ...(inside.length > 0 ? [process.execPath] : []), ...process.execArgv, main];
  const child: ChildProcess = spawn(inside[0] ?? process.execPath, args, {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DEMO: demo ? "1" : "0",
      DATABASE_URL: database,
      REDIS_URL: redis,
      WEBHOOKS_TO_PRIVATE: "1",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  if (!child.stdout || !child.stderr) throw new Error("The server has no output.");
  createInterface(child.stderr).on("line", (line) => said.push(line));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    said.push(line);
    if (line.includes(`:${port}/`)) resolve();
  });
  child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said.join("\n")}`)));
  await promise;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  }
  return { port, said, kill: async () => void (await end("SIGKILL")), stop: () => end("SIGTERM") };
}
