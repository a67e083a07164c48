import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogEntry } from "./logStore.ts";
import { openSqliteStore } from "./sqliteStore.ts";
import type { Store } from "./store.ts";

const entry = (doc: string, ...data: number[]): LogEntry => ({
  doc,
  person: "p",
  group: "EUR",
  connection: "c",
  at: 1,
  data: new Uint8Array(data),
});

const logged = (...data: number[]) => ({ person: "p", group: "EUR", at: 1, data: new Uint8Array(data) });

/** What every store must do; `open` opens the same store again after it was closed. */
function contract(open: (folder: string) => Promise<Store>): void {
  let folder: string;
  let store: Store;
  const create = (id: string) => store.db.insertInto("doc").values({ id, head_seq: 0 });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "plenary-store-"));
    store = await open(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("knows no document that was not made", async () => {
    expect(await store.log.load("a")).toBeNull();
    await expect(store.log.append([entry("a", 1)])).rejects.toThrow("refused");
    expect(await store.log.load("a")).toBeNull();
  });

  it("numbers the updates of each document from 1 without holes", async () => {
    expect(await store.log.append([entry("a", 1), entry("b", 2), entry("a", 3)], [create("a"), create("b")])).toEqual([
      1, 1, 2,
    ]);
    expect(await store.log.append([entry("b", 4)])).toEqual([2]);
    expect(await store.log.load("a")).toEqual({
      snapshot: null,
      ledger: null,
      updates: [logged(1), logged(3)],
      head: 2,
    });
  });

  it("stores all of an append or nothing", async () => {
    await store.log.append([entry("a", 1)], [create("a")]);
    await expect(store.log.append([entry("a", 2), entry("none", 3)])).rejects.toThrow("refused");
    await expect(store.log.append([entry("a", 2)], [create("a")])).rejects.toThrow("refused");
    expect((await store.log.load("a"))?.head).toBe(1);
  });

  it("loads from the last snapshot on", async () => {
    await store.log.append([entry("a", 1), entry("a", 2), entry("a", 3)], [create("a")]);
    await store.log.snapshot("a", 1, new Uint8Array([9]));
    await store.log.snapshot("a", 2, new Uint8Array([9, 9]), '{"begun":true}');
    expect(await store.log.load("a")).toEqual({
      snapshot: new Uint8Array([9, 9]),
      ledger: '{"begun":true}',
      updates: [logged(3)],
      head: 3,
    });
    expect(await store.log.history("a")).toEqual([logged(1), logged(2), logged(3)]);
    expect(await store.log.history("none")).toEqual([]);
  });

  it("keeps everything over a restart, empty updates and bytes of all values too", async () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    await store.log.append([entry("a"), entry("a", ...all)], [create("a")]);
    await store.close();
    store = await open(folder);
    expect((await store.log.load("a"))?.updates.map(({ data }) => data)).toEqual([new Uint8Array(), all]);
  });

  it("refuses to load a document whose log has a hole, and says what to do", async () => {
    await store.log.append([entry("a", 1), entry("a", 2), entry("a", 3)], [create("a")]);
    await store.commit([store.db.deleteFrom("doc_update").where("seq", "=", 2)]);
    await expect(store.log.load("a")).rejects.toThrow("misses its update 2 of 3. Restore");
    await expect(store.log.history("a")).rejects.toThrow("misses its update 2 of 3. Restore");
  });

  it("keeps the order of what is appended at once", async () => {
    await store.log.append([], [create("a")]);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => store.log.append([entry("a", i)])));
    expect(answers.flat()).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect((await store.log.load("a"))?.updates.map(({ data }) => data[0])).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
}

describe("SQLite", () => {
  contract((folder) => openSqliteStore(join(folder, "deeper", "plenary.db")));

  it("refuses what was asked after it was closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-store-"));
    const store = await openSqliteStore(join(folder, "plenary.db"));
    await store.close();
    await expect(store.log.load("a")).rejects.toThrow("is closed");
    rmSync(folder, { recursive: true });
  });

  it("says so when the file can't be opened", async () => {
    await expect(openSqliteStore(tmpdir())).rejects.toThrow(tmpdir());
  });
});
