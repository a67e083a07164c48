import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { afterAll, expect, it } from "vitest";
import { join, openBrowser } from "./accounts.ts";

const data = mkdtempSync(path(tmpdir(), "plenary-start-"));
const root = path(import.meta.dirname, "../..");
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
  rmSync(data, { recursive: true });
});

/** Starts the server as `pnpm start` does; what it says until it says `until`, or ends. */
async function start(settings: Record<string, string>, until: RegExp): Promise<string> {
  const env = { ...process.env, DATA: data, PORT: "0", HOST: "127.0.0.1", LOG_FORMAT: "text", ...settings };
  const child = spawn("node", ["packages/server/src/main.ts"], { cwd: root, env, stdio: "pipe" });
  started.push(child);
  return new Promise((resolve) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (until.test(said)) resolve(said);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", (code) => resolve(`${said}ended with ${code}`));
  });
}

it("prints a link for the first of the secretariat, and never offers the demo on a store that holds accounts", async () => {
  const first = await start({ DEMO: "0" }, /open once: \S+\n/);
  const link = new URL(/open once: (\S+)/.exec(first)?.[1] ?? "");
  expect((await join(openBrowser(link.origin), link.pathname, "Mei Lin")).status).toBe(200);
  const demo = await start({ DEMO: "1" }, /ended/);
  expect(demo).toContain("start with DEMO=0");
  expect(demo).toContain("ended with 1");
  expect(demo).not.toContain("Plenary is at");
});

it.each([
  ["PORT", "abc"],
  ["DEMO", "perhaps"],
  ["DATABASE_URL", "mysql://somewhere/plenary"],
  ["REDIS_URL", "somewhere"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "somewhere"],
])("does not start when %s can't be, and names it", async (setting, value) => {
  const database = setting === "REDIS_URL" ? { DATABASE_URL: "postgres://127.0.0.1:1/none" } : {};
  const said = await start({ ...database, [setting]: value }, /ended/);
  expect(said.split("\n")[0]).toContain(setting);
  expect(said).toContain("ended with 1");
  expect(said).not.toContain("Plenary is at");
});
