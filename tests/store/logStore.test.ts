import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LogEntry, type Store, checkLog, openPostgresStore, openSqliteStore } from "@plenary/server";
import * as fc from "fast-check";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "../cluster/postgresServer.ts";

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

  it("names the documents whose log has holes, and only those", async () => {
    await store.log.append(
      ["a", "b", "c", "d"].flatMap((doc) => [entry(doc, 1), entry(doc, 2), entry(doc, 3)]),
      ["a", "b", "c", "d"].map(create),
    );
    await store.log.snapshot("b", 2, new Uint8Array([9]));
    expect(await checkLog(store.db)).toEqual([]);
    const remove = (doc: string, seq: number) =>
      store.db.deleteFrom("doc_update").where("doc", "=", doc).where("seq", "=", seq);
    // What is below a snapshot is not needed to open the document.
    await store.commit([remove("a", 2), remove("b", 1), remove("d", 3)]);
    expect(await checkLog(store.db)).toEqual(["a", "d"]);
  });

  it("keeps the order of what is appended at once", async () => {
    await store.log.append([], [create("a")]);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => store.log.append([entry("a", i)])));
    expect(answers.flat().toSorted((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    const updates = (await store.log.load("a"))?.updates ?? [];
    for (const [i, [seq = 0]] of answers.entries()) expect(updates[seq - 1]).toEqual(logged(i));
  });

  it("tells the updates after a number, with who made them when", async () => {
    await store.log.append([entry("a", 1), entry("b", 9), entry("a", 2)], [create("a"), create("b")]);
    await store.log.append([{ ...entry("a", 3), person: "q", at: 1_700_000_000_123 }]);
    expect(await store.log.since("a", 1)).toEqual([
      { seq: 2, person: "p", group: "EUR", connection: "c", at: 1, data: new Uint8Array([2]) },
      { seq: 3, person: "q", group: "EUR", connection: "c", at: 1_700_000_000_123, data: new Uint8Array([3]) },
    ]);
    expect(await store.log.since("a", 3)).toEqual([]);
    expect(await store.log.since("none", 0)).toEqual([]);
  });

  it("tells the heads of documents and leaves out those it has not", async () => {
    await store.log.append([entry("a", 1), entry("a", 2)], [create("a"), create("b")]);
    expect(await store.log.heads(["a", "none", "b"])).toEqual(
      new Map([
        ["a", 2],
        ["b", 0],
      ]),
    );
    expect(await store.log.heads([])).toEqual(new Map());
  });

  it("does one work at a time under a key, and goes on after one that fails", async () => {
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await store.log.append([entry("a", 1)]);
      seen.push(`${name} ends`);
      if (name === "two") throw new Error("two fails");
      return name;
    };
    await store.log.append([], [create("a")]);
    const results = await Promise.allSettled(
      ["one", "two", "three"].map((name) => store.log.exclusively("key", work(name))),
    );
    expect(results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason)))).toEqual([
      "one",
      "Error: two fails",
      "three",
    ]);
    for (let i = 0; i < seen.length; i += 2) expect(seen[i + 1]).toBe(seen[i]?.replace("begins", "ends"));
    expect(seen.length).toBe(6);
  });

  it("gives numbers as numbers and bytes as bytes to every query", async () => {
    await store.log.append([{ ...entry("a", 0, 255), at: 1_700_000_000_123 }], [create("a")]);
    const row = await store.db.selectFrom("doc_update").select(["seq", "at", "data"]).executeTakeFirst();
    expect({ ...row, data: [...(row?.data ?? [])] }).toEqual({ seq: 1, at: 1_700_000_000_123, data: [0, 255] });
    const { count } = await store.db
      .selectFrom("doc")
      .select((of) => of.fn.countAll().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });

  it("undoes a transaction in which a demanded statement finds no row, and says why", async () => {
    const taken = new Error("somebody was quicker");
    const take = (id: string) => {
      const statement = store.db.deleteFrom("doc").where("id", "=", id).returning("id");
      return { compile: () => statement.compile(), otherwise: taken };
    };
    await store.commit([create("a"), create("b")]);
    await expect(store.commit([create("c"), take("none"), create("d")])).rejects.toBe(taken);
    const both = await Promise.allSettled([store.commit([take("a")]), store.commit([take("a"), take("b")])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const left = await store.db.selectFrom("doc").select("id").execute();
    expect(left.length).toBe(both[0].status === "fulfilled" ? 1 : 0);
  });

  it("commits statements together or not at all", async () => {
    await store.commit([create("a"), create("b")]);
    await expect(store.commit([create("c"), create("a")])).rejects.toThrow("refused");
    expect((await store.db.selectFrom("doc").select("id").orderBy("id").execute()).map(({ id }) => id)).toEqual([
      "a",
      "b",
    ]);
  });

  it("answers any appends and snapshots with a log that is whole", async () => {
    const doc = fc.constantFrom("x", "y", "z");
    const append = fc.array(fc.tuple(doc, fc.uint8Array({ maxLength: 20 })), { minLength: 1, maxLength: 4 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(append, { maxLength: 8 }), fc.nat(5), async (appends, at) => {
        run += 1;
        const name = (of: string): string => `${of}${run}`;
        await store.log.append(
          [],
          ["x", "y", "z"].map((one) => create(name(one))),
        );
        const expected = new Map<string, Uint8Array[]>();
        for (const group of appends) {
          const entries = group.map(([of, data]) => ({ ...entry(name(of)), data }));
          const numbers = await store.log.append(entries);
          for (const [i, { doc: of, data }] of entries.entries()) {
            const so = expected.get(of) ?? [];
            expected.set(of, [...so, data]);
            expect(numbers[i]).toBe(so.length + 1);
          }
        }
        for (const [of, updates] of expected) {
          expect((await store.log.since(of, 0)).map(({ data }) => data)).toEqual(updates);
          if (at === 0 || at > updates.length) continue;
          await store.log.snapshot(of, at, new Uint8Array([at]));
          const rest = updates.slice(at).map((data) => logged(...data));
          const loaded = { snapshot: new Uint8Array([at]), ledger: null, updates: rest, head: updates.length };
          expect(await store.log.load(of)).toEqual(loaded);
        }
      }),
      { numRuns: 25 },
    );
  });
}

describe("SQLite", () => {
  contract((folder) => openSqliteStore(join(folder, "deeper", "plenary.db")));

  it("syncs every commit to the disk", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-store-"));
    const store = await openSqliteStore(join(folder, "plenary.db"));
    const asked = await Promise.all(
      [sql`pragma synchronous`, sql`pragma journal_mode`].map((query) => query.execute(store.db)),
    );
    // 2 is FULL.
    expect(asked.map(({ rows }) => rows)).toEqual([[{ synchronous: 2 }], [{ journal_mode: "wal" }]]);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("refuses what was asked after it was closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-store-"));
    const store = await openSqliteStore(join(folder, "plenary.db"));
    await store.close();
    await expect(store.log.load("a")).rejects.toThrow("is closed");
    rmSync(folder, { recursive: true });
  });

  it("refuses a damaged file and says what to do", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-store-"));
    const path = join(folder, "plenary.db");
    const store = await openSqliteStore(path);
    await store.log.append(
      Array.from({ length: 200 }, () => ({ ...entry("a"), data: new Uint8Array(1000) })),
      [store.db.insertInto("doc").values({ id: "a", head_seq: 0 })],
    );
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(7, 4096, 40_960));
    await expect(openSqliteStore(path)).rejects.toThrow(/damaged [^]*put the last backup in its place/);
    writeFileSync(path, "This is no database, but a text that is long enough to be one. ".repeat(100));
    await expect(openSqliteStore(path)).rejects.toThrow(/damaged .*not a database/);
    rmSync(folder, { recursive: true });
  });

  it("says so when the file can't be opened", async () => {
    await expect(openSqliteStore(tmpdir())).rejects.toThrow(tmpdir());
  });
});

describe.skipIf(noPostgres)(`PostgreSQL${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  const addresses = new Map<string, string>();
  const report = (error: unknown): void => console.error(error);
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server.close());

  async function address(folder: string): Promise<string> {
    const known = addresses.get(folder) ?? (await server.createDatabase(`test${addresses.size}`));
    addresses.set(folder, known);
    return known;
  }

  contract(async (folder) => openPostgresStore({ url: await address(folder), report }));

  it("numbers what several processes append to one document without holes, and all see all of it", async () => {
    const url = await server.createDatabase("several");
    // All at once: one of them makes the tables.
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url, report })));
    await stores[0]?.db.insertInto("doc").values({ id: "a", head_seq: 0 }).execute();
    const numbers = await Promise.all(
      stores.flatMap(({ log }, node) => Array.from({ length: 60 }, (_, i) => log.append([entry("a", node, i)]))),
    );
    expect(numbers.flat().toSorted((one, other) => one - other)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
    const [first, ...others] = await Promise.all(stores.map(({ log }) => log.since("a", 0)));
    expect(first?.map(({ seq }) => seq)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
    for (const other of others) expect(other).toEqual(first);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("lets one process at a time work under a key", async () => {
    const url = await server.createDatabase("turns");
    const [one, other] = await Promise.all([openPostgresStore({ url, report }), openPostgresStore({ url, report })]);
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      const seen = inside;
      await one.db.selectFrom("doc").select("id").execute();
      inside -= 1;
      return seen;
    };
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? one : other).log.exclusively("key", work)),
    );
    expect(seen).toEqual(Array.from({ length: 12 }, () => 1));
    await Promise.all([one.close(), other.close()]);
  });

  it("says so when there is no database, without the password", async () => {
    const url = `postgres://plenary:secret@127.0.0.1:${server.port}/none`;
    const failure = await openPostgresStore({ url, report }).then(() => "", String);
    expect(failure).toMatch(/none at 127\.0\.0\.1:\d+ can't be used: .*does not exist.* Check DATABASE_URL/);
    expect(failure).not.toContain("secret");
  });

  it("refuses a database of a newer version", async () => {
    const url = await server.createDatabase("newer");
    await (await openPostgresStore({ url, report })).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("INSERT INTO migration VALUES (1000, 1)");
    await client.end();
    await expect(openPostgresStore({ url, report })).rejects.toThrow("newer version of Plenary (1000");
  });
});
