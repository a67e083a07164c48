import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqliteStore.ts";
import type { Store } from "../store/store.ts";
import { type Attempts, createAttempts } from "./attempts.ts";

let folder: string;
let store: Store;
let now = 0;
const open = (): Attempts => createAttempts({ db: store.db, clock: () => new Date(now) });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plenary-attempts-"));
  store = await openSqliteStore(join(folder, "plenary.db"));
  now = 1_000_000;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** How many of so many attempts are let pass. */
async function tries(attempts: Attempts, count: number, email: string): Promise<number> {
  const all = await Promise.all(Array.from({ length: count }, () => attempts.allows(email)));
  return all.filter(Boolean).length;
}

it("lets ten attempts on an account pass at once and then one a minute, however its address is written", async () => {
  const attempts = open();
  expect((await tries(attempts, 6, "ada@example.org")) + (await tries(attempts, 6, " Ada@Example.ORG "))).toBe(10);
  expect(await tries(attempts, 1, "other@example.org")).toBe(1);
  now += 59_999;
  expect(await tries(attempts, 5, "ada@example.org")).toBe(0);
  now += 1;
  expect(await tries(attempts, 5, "ada@example.org")).toBe(1);
  await store.commit([attempts.succeeded("ADA@example.org")]);
  expect(await tries(attempts, 12, "ada@example.org")).toBe(10);
});

it("counts what others count in the same store, and over a restart", async () => {
  const nodes = [open(), open(), open()];
  const passed = await Promise.all(nodes.map((node) => tries(node, 8, "ada@example.org")));
  expect(passed.reduce((sum, count) => sum + count)).toBe(10);
  expect(await tries(open(), 1, "ada@example.org")).toBe(0);
});

it("keeps no address, and forgets what counts for nothing any more", async () => {
  const attempts = open();
  for (let i = 0; i < 20; i += 1) await attempts.allows(`${i}@example.org`);
  const rows = await store.db.selectFrom("attempt").selectAll().execute();
  expect(rows.length).toBe(20);
  expect(JSON.stringify(rows)).not.toContain("example");
  now += 10 * 60_000;
  await attempts.allows("ada@example.org");
  expect((await store.db.selectFrom("attempt").selectAll().execute()).length).toBe(1);
});
