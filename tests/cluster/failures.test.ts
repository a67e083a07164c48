import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";
import { type TestCluster, mended, refusals, startCluster, whileWriting } from "./testCluster.ts";
import { type Writer, missing, openWriter } from "./writer.ts";

describe.skipIf(noPostgres)(`three nodes${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let database: string;
  let cluster: TestCluster;
  let drafts: Writer[][] = [];
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.createDatabase("failures");
    cluster = await startCluster([{ database }, { database }, { database }]);
  });
  afterEach(() => {
    for (const writer of drafts.flat()) writer.close();
  });
  afterAll(async () => {
    await cluster.close();
    await server.close();
  });

  /** What the log holds, as a newcomer on each node gets it: of what was written, nothing is missing. */
  async function expectInLog(): Promise<void> {
    for (const [at, { id, delegate }] of (await cluster.drafts()).entries())
      for (const [node, relay] of cluster.relays.entries()) {
        const late = await openWriter(relay.origin, await cluster.signIn(delegate, node), id, "late");
        expect(missing(late.doc, drafts[at] ?? [])).toEqual([]);
        late.close();
      }
    expect(refusals(cluster)).toEqual([]);
  }

  it("lose nothing when the connections that listen are cut again and again", async () => {
    drafts = await cluster.writers("listen");
    const admin = new pg.Client({ connectionString: database });
    await admin.connect();
    let cut = 0;
    await whileWriting(drafts.flat(), async () => {
      const until = performance.now() + 2000;
      while (performance.now() < until) {
        const { rowCount } = await admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
        );
        cut += rowCount ?? 0;
        await delay(50);
      }
    });
    await admin.end();
    expect(cut).toBeGreaterThan(2);
    expect(await mended(`LISTEN cut ${cut} times within 2 s`, drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });
    await expectInLog();
  });

  it("lose nothing when PostgreSQL crashes and is away for 4 seconds", async () => {
    drafts = await cluster.writers("away");
    await whileWriting(drafts.flat(), async () => {
      await server.crash();
      await delay(4000);
      await server.start();
    });
    expect(await mended("PostgreSQL crashed and away for 4 s", drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });
    await expectInLog();
  });

  it("lose nothing when a node is killed: its people go on through another, and who went with it is not seen", async () => {
    drafts = await cluster.writers("killed");
    const going = await cluster.writers("gone");
    drafts = drafts.map((writers, at) => [...writers, ...(going[at] ?? [])]);
    await whileWriting(drafts.flat(), async () => {
      await cluster.nodes[2]?.kill();
      // Of each draft one that was on the killed node goes for good at the same moment, without goodbye.
      for (const writers of drafts) writers.pop()?.close();
      const next = cluster.nodes[0];
      if (next) cluster.relays[2]?.lead({ host: "127.0.0.1", port: next.port });
    });
    expect(await mended("A node killed, its people led to another", drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });
    await cluster.replace(2);
    await expectInLog();
  });
});
