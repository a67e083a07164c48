import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqliteStore.ts";
import { createPace } from "./pace.ts";

it("lets a person talk through several nodes no quicker than through one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-pace-"));
  const store = await openSqliteStore(join(folder, "plenary.db"));
  let now = 1_000_000;
  const nodes = [1, 2, 3].map(() => createPace({ db: store.db, clock: () => new Date(now) }));
  const said = async (person: string): Promise<number> => {
    const acts = nodes.flatMap((node) => Array.from({ length: 15 }, () => node.take(person)));
    return (await Promise.allSettled(acts)).filter(({ status }) => status === "fulfilled").length;
  };
  expect([await said("ada"), await said("ada"), await said("bob")]).toEqual([20, 0, 20]);
  now += 4000;
  expect(await said("ada")).toBe(2);
  await store.close();
  rmSync(folder, { recursive: true });
});
