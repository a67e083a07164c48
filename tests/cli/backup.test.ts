import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { openSqliteStore } from "@plenary/server";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { connectClient, synced, wordsIn } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

const main = resolve(import.meta.dirname, "../../apps/cli/src/main.ts");
const run = promisify(execFile);

let server: TestServer;
let folder: string;
/** More than anybody types: the writer below writes as fast as the server stores. */
const unhurried = { perSecond: 1e6, burst: 1e6 };
beforeEach(async () => {
  server = await startTestServer({ limits: { messages: unhurried, bytes: { perSecond: 1e9, burst: 1e9 } } });
  folder = mkdtempSync(join(tmpdir(), "plenary-backup-"));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs `plenary` on the database in a folder; the answer is its error output, "" when it went well. */
async function plenary(data: string, ...args: string[]): Promise<string> {
  const environment = { ...process.env, DATA: data, INIT_CWD: folder };
  const failed = (error: unknown): string => String(Reflect.get(Object(error), "stderr"));
  return run("node", [main, ...args], { env: environment }).then(() => "", failed);
}

/** What the draft's text says in the database of a folder. */
async function wordsOf(data: string): Promise<string> {
  const store = await openSqliteStore(join(data, "plenary.db"));
  const { snapshot, updates } = (await store.log.load(server.draft))!;
  await store.close();
  const doc = new Y.Doc();
  for (const update of [...(snapshot ? [snapshot] : []), ...updates.map(({ data }) => data)])
    Y.applyUpdate(doc, update);
  return wordsIn(doc);
}

it("backs up while people write: what was acknowledged before it began is there, and restores", async () => {
  const person = await server.signIn("eur");
  const live = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
  await synced(live);
  for (let i = 0; i < 20; i++) live.type("two", ` before${i}`);
  await live.saved();

  const ended = new AbortController();
  const backingUp = plenary(server.folder, "backup", "saved.db").finally(() => ended.abort());
  let written = 0;
  while (!ended.signal.aborted) {
    live.type("one", ` during${written++}`);
    await live.saved();
  }
  expect(await backingUp).toBe("");
  expect(written).toBeGreaterThan(5);
  live.close();

  const restored = join(folder, "restored");
  expect(await plenary(restored, "restore", "saved.db")).toBe("");
  const words = await wordsOf(restored);
  for (let i = 0; i < 20; i++) expect(words).toContain(` before${i}`);
  // What came during it is there from the first on, or not at all: one moment, nothing torn.
  const during = [...words.matchAll(/during(\d+)/g)].map(([, number]) => Number(number));
  expect(during).toEqual(during.map((_, i) => i));
  execFileSync("sha256sum", ["-c", "saved.db.sha256"], { cwd: folder });
});

it("restores nothing that is not whole, and nothing over a database unless it is told to", async () => {
  expect(await plenary(server.folder, "backup", "backups/")).toBe("");
  const [name] = readdirSync(join(folder, "backups")).filter((each) => each.endsWith(".db"));
  const backup = join(folder, "backups", name!);
  expect(await plenary(server.folder, "restore", backup)).toContain("--force");
  expect(await plenary(server.folder, "restore", backup, "--force")).toContain("Stop the server");

  const restored = join(folder, "restored");
  expect(await plenary(restored, "restore", backup)).toBe("");
  const before = await wordsOf(restored);
  expect(before).toContain("twelve");
  expect(await plenary(restored, "restore", backup, "--force")).toBe("");
  expect(await wordsOf(restored)).toBe(before);
  expect(readdirSync(restored).filter((each) => each.includes(".before-"))).toHaveLength(1);

  const elsewhere = join(folder, "elsewhere");
  appendFileSync(backup, "x");
  expect(await plenary(elsewhere, "restore", backup)).toContain("its hash is another");
  rmSync(`${backup}.sha256`);
  expect(await plenary(elsewhere, "restore", backup)).toContain("nothing shows that the backup is whole");
  expect(existsSync(join(elsewhere, "plenary.db"))).toBe(false);
});

it("finds updates that are missing, and files that are no backup", async () => {
  const { db } = server.store;
  await db.deleteFrom("doc_update").where("seq", "=", 1).execute();
  expect(await plenary(server.folder, "backup", "saved.db")).toContain("misses updates");
  expect(existsSync(join(folder, "saved.db"))).toBe(false);
  writeFileSync(join(folder, "words.db"), "words");
  writeFileSync(join(folder, "words.db.sha256"), execFileSync("sha256sum", ["words.db"], { cwd: folder }));
  expect(await plenary(join(folder, "new"), "restore", "words.db")).toContain("not a database");
  expect(await plenary(join(folder, "none"), "backup", "other.db")).toContain("no database to back up");
});

it("verifies an exported audit log", async () => {
  const person = await server.signIn("secretariat");
  const log = join(folder, "audit.jsonl");
  const head = async () => String(JSON.parse(readFileSync(log, "utf8").trimEnd().split("\n").at(-1)!).head);
  const take = async () => writeFileSync(log, await (await person.request("GET", "/api/audit")).text());
  await take();
  const noted = await head();
  await person.request("POST", "/api/drafts", { text: "t2", group: "EUR" });
  await take();
  const verify = async (...args: string[]) =>
    run("node", [main, "verify", "audit.jsonl", ...args], { env: { ...process.env, INIT_CWD: folder } }).then(
      ({ stdout }) => ({ status: 0, stdout }),
      (error: unknown) => ({
        status: Reflect.get(Object(error), "code"),
        stdout: Reflect.get(Object(error), "stdout"),
      }),
    );
  expect(await verify("--head", noted)).toEqual({ status: 0, stdout: expect.stringContaining("2 acts") });
  expect(await verify("--head", "0".repeat(63))).toEqual({
    status: 1,
    stdout: expect.stringContaining("written anew"),
  });
  writeFileSync(log, readFileSync(log, "utf8").replace("open draft", "open drafts"));
  expect(await verify()).toEqual({
    status: 1,
    stdout: expect.stringContaining("audit.jsonl:2: this entry was changed"),
  });
});
