import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";
import { type RedisServer, noRedis, startRedis } from "./redisServer.ts";
import { type TestCluster, mended, refusals, startCluster, whileWriting } from "./testCluster.ts";

const why = noPostgres ?? noRedis;

describe.skipIf(why)(`nodes that hint through Redis${why ? ` (${why})` : ""}`, () => {
  let server: PostgresServer;
  let redis: RedisServer;
  let cluster: TestCluster;
  beforeAll(async () => {
    [server, redis] = await Promise.all([startPostgres(), startRedis()]);
    const database = await server.createDatabase("redis");
    cluster = await startCluster([1, 2, 3].map(() => ({ database, redis: redis.url })));
  });
  afterAll(async () => {
    await cluster.close();
    await Promise.all([server.close(), redis.close()]);
  });

  it("lose nothing when Redis is stopped, and see each other again when it is back", async () => {
    const drafts = await cluster.writers("redis");
    await whileWriting(drafts.flat(), async () => {
      await redis.kill();
      await delay(3000);
      await redis.start();
    });
    expect(await mended("Redis away for 3 s", drafts)).toEqual({ missing: [], inTime: true, ghosts: false });
    await redis.kill();
    await whileWriting(drafts.flat(), async () => {});
    expect(await mended("Redis away, found by the sweep alone", drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });
    expect(refusals(cluster)).toEqual([]);
    for (const writer of drafts.flat()) writer.close();
  });
});
