import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNode } from "./clusterNode.ts";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";

describe.skipIf(noPostgres)(`a PostgreSQL that may lose what is saved${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let database: string;
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.createDatabase("durable");
  });
  afterAll(() => server.close());

  async function run(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  it.each([
    ["fsync", "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM RESET fsync"],
    ["full_page_writes", "ALTER SYSTEM SET full_page_writes = off", "ALTER SYSTEM RESET full_page_writes"],
    [
      "synchronous_commit",
      "ALTER ROLE plenary SET synchronous_commit = off",
      "ALTER ROLE plenary RESET synchronous_commit",
    ],
  ])("stops the start when %s is off, with its name, unless that is allowed", async (name, off, on) => {
    await run(off, "SELECT pg_reload_conf()");
    const refused = await startNode({ database }).then(() => "it started", String);
    expect(refused).toContain(`PostgreSQL's ${name} is off`);
    expect(refused).toContain(`DATABASE_ALLOW_OFF=${name}`);
    const node = await startNode({ database, settings: { DATABASE_ALLOW_OFF: name } });
    expect(node.said.join("\n")).toContain(`PostgreSQL's ${name} may be off`);
    await node.kill();
    await run(on, "SELECT pg_reload_conf()");
    await (await startNode({ database })).kill();
  });
});
