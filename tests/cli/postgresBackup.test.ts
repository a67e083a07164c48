import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { textRoom } from "@plenary/collab";
import { type Store, openPostgresStore, openSqliteStore, seed } from "@plenary/server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "../cluster/postgresServer.ts";
import { testConference } from "../collaboration/testConference.ts";

const main = resolve(import.meta.dirname, "../../apps/cli/src/main.ts");
const run = promisify(execFile);

describe.skipIf(noPostgres)(`backups of PostgreSQL${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let folder: string;
  let url: string;
  let store: Store;
  let draft: string;
  const report = (error: unknown): void => console.error(error);
  beforeAll(async () => {
    server = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), "plenary-backup-"));
    url = await server.createDatabase("source");
    store = await openPostgresStore({ url, report });
    await seed(store, testConference, { clock: () => new Date(), ids: () => crypto.randomUUID() });
    ({ id: draft } = await store.db.selectFrom("draft").select("id").executeTakeFirstOrThrow());
  });
  afterAll(async () => {
    await store.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs `plenary` on a database; the answer is its error output, "" when it went well. */
  async function plenary(environment: Record<string, string>, ...args: string[]): Promise<string> {
    const failed = (error: unknown): string => String(Reflect.get(Object(error), "stderr"));
    const env = { ...process.env, INIT_CWD: folder, ...environment };
    return run("node", [main, ...args], { env }).then(() => "", failed);
  }

  /** Every row of every table of a store, with bytes as hex. */
  async function rowsOf({ db }: Store): Promise<Map<string, string[]>> {
    const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => name !== "migration");
    const all = tables.toSorted().map(async (name): Promise<[string, string[]]> => {
      // By its name: the types of the tables do not matter here.
      const rows = await db
        .selectFrom(name as "doc")
        .selectAll()
        .execute();
      const written = rows.map((row) =>
        JSON.stringify(
          Object.entries<unknown>(row).map(([key, value]) => [
            key,
            value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
          ]),
        ),
      );
      return [name, written.toSorted()];
    });
    return new Map(await Promise.all(all));
  }

  const doc = (): string => textRoom(draft);
  const entry = (i: number) => ({
    doc: doc(),
    person: "eur",
    group: "EUR",
    connection: "c",
    at: 1_700_000_000_000 + i,
    data: Uint8Array.from({ length: 200 }, (_, at) => (i + at) % 256),
  });

  it("are one moment of what nodes write all the time, whole in SQLite and in PostgreSQL", async () => {
    await store.commit([
      store.db
        .insertInto("text_source")
        .values({ base_text: "t1", name: "a.docx", bytes: new Uint8Array(6_000_000).fill(7) }),
      store.db.insertInto("text_source").values({ base_text: "t2", name: "b.docx", bytes: new Uint8Array([0, 255]) }),
    ]);
    for (let i = 0; i < 30; i++) await store.log.append(Array.from({ length: 100 }, (_, at) => entry(100 * i + at)));
    const before = (await store.log.heads([doc()])).get(doc()) ?? 0;

    // Each append changes two documents: a torn copy would have one without the other.
    const record = "pair";
    await store.db.insertInto("doc").values({ id: record, head_seq: 0 }).execute();
    const ended = new AbortController();
    const backingUp = plenary({ DATABASE_URL: url }, "backup", "saved.db").finally(() => ended.abort());
    let written = 0;
    while (!ended.signal.aborted) {
      await store.log.append([entry(written), { ...entry(written), doc: record }]);
      written += 1;
    }
    expect(await backingUp).toBe("");
    expect(written).toBeGreaterThan(5);
    execFileSync("sha256sum", ["-c", "saved.db.sha256"], { cwd: folder });

    const data = join(folder, "restored");
    expect(await plenary({ DATA: data }, "restore", "saved.db")).toBe("");
    const other = await server.createDatabase("restored");
    expect(await plenary({ DATABASE_URL: other }, "restore", "saved.db")).toBe("");
    const [small, large] = [
      await openSqliteStore(join(data, "plenary.db")),
      await openPostgresStore({ url: other, report }),
    ];
    const rows = await rowsOf(small);
    expect(await rowsOf(large)).toEqual(rows);
    expect(rows.size).toBeGreaterThan(20);
    const source = await rowsOf(store);
    for (const [table, kept] of rows) {
      if (!["doc", "doc_update"].includes(table)) expect(kept).toEqual(source.get(table));
      else for (const row of kept) expect(table === "doc" || source.get(table)?.includes(row)).toBe(true);
    }
    const heads = await small.log.heads([doc(), record]);
    expect((heads.get(doc()) ?? 0) - (heads.get(record) ?? 0)).toBe(before);
    expect((await large.log.history(record)).length).toBe(heads.get(record));
    await Promise.all([small.close(), large.close()]);

    // And back again: what SQLite restored is backed up as it is.
    expect(await plenary({ DATA: data }, "backup", "again.db")).toBe("");
    const third = await server.createDatabase("third");
    expect(await plenary({ DATABASE_URL: third }, "restore", "again.db")).toBe("");
    const last = await openPostgresStore({ url: third, report });
    expect(await rowsOf(last)).toEqual(rows);
    await last.close();
  });

  it("are restored over tables only when told to, with nobody connected, and what was there is put aside", async () => {
    const target = await server.createDatabase("target");
    expect(await plenary({ DATABASE_URL: target }, "backup", "nothing.db")).toContain("nothing of Plenary");
    expect(await plenary({ DATABASE_URL: url }, "backup", "one.db")).toBe("");
    expect(await plenary({ DATABASE_URL: target }, "restore", "one.db")).toBe("");
    expect(await plenary({ DATABASE_URL: target }, "restore", "one.db")).toContain("--force");
    const open = await openPostgresStore({ url: target, report });
    await open.db.selectFrom("doc").select("id").execute();
    expect(await plenary({ DATABASE_URL: target }, "restore", "one.db", "--force")).toContain("Stop the servers");
    const rows = await rowsOf(open);
    await open.db.insertInto("setting").values({ key: "later", value: "" }).execute();
    await open.close();
    expect(await plenary({ DATABASE_URL: target }, "restore", "one.db", "--force")).toBe("");
    const again = await openPostgresStore({ url: target, report });
    const client = new pg.Client({ connectionString: target });
    await client.connect();
    const { rows: schemas } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before_%'");
    await client.end();
    expect(schemas).toHaveLength(1);
    expect((await again.db.selectFrom("setting").select("key").execute()).map(({ key }) => key)).not.toContain("later");
    expect((await again.db.selectFrom("doc").select("id").execute()).length).toBe(rows.get("doc")?.length);
    await again.close();
    appendFileSync(join(folder, "one.db"), "x");
    const empty = await server.createDatabase("empty");
    expect(await plenary({ DATABASE_URL: empty }, "restore", "one.db")).toContain("its hash is another");
  });
});
