import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./postgresServer.ts";

/** Why there is no Redis; null when there is. */
export const noRedis = spawnSync("redis-server", ["--version"]).error ? "no redis-server is installed" : null;

/** A Redis of the test's own. */
export interface RedisServer {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Redis that keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "plenary-redis-"));
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const given = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
    const started = spawn("redis-server", given, { stdio: ["ignore", "pipe", "inherit"] });
    child = started;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    createInterface(started.stdout).on("line", (line) => {
      if (/ready to accept connections/i.test(line)) resolve();
    });
    started.once("exit", (code) => reject(new Error(`Redis ended with ${code}.`)));
    await promise;
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
