import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Host, makeHost, noHosts } from "./network.ts";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";
import { type TestCluster, mended, refusals, startCluster, whileWriting } from "./testCluster.ts";

const why = noPostgres ?? noHosts;

describe.skipIf(why)(`nodes on hosts of their own${why ? ` (${why})` : ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-hosts-"));
  const doorways: ChildProcess[] = [];
  let server: PostgresServer;
  let hosts: Host[] = [];
  let cluster: TestCluster;

  beforeAll(async () => {
    hosts = [0, 1, 2].map(makeHost);
    server = await startPostgres("*", "198.18.0.0/15");
    const database = new URL(await server.createDatabase("network"));
    cluster = await startCluster(
      hosts.map(({ inside, gateway }) => {
        database.hostname = gateway;
        return { database: database.href, inside };
      }),
    );
    for (const [i, { inside }] of hosts.entries()) {
      const path = join(folder, `door${i}`);
      const [command, ...through] = inside;
      const doorwayScript = join(import.meta.dirname, "doorway.ts");
      const args = [...through, process.execPath, doorwayScript, path, String(cluster.nodes[i]?.port)];
      const doorway = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
      doorways.push(doorway);
      await once(doorway.stdout, "data");
      cluster.relays[i]?.lead({ path });
    }
  });
  afterAll(async () => {
    await cluster.close();
    for (const doorway of doorways) {
      const exited = once(doorway, "exit");
      doorway.kill("SIGKILL");
      await exited;
    }
    await server.close();
    for (const host of hosts) host.close();
    rmSync(folder, { recursive: true });
  });

  it("lose nothing when the line between a node and the database is cut for 4 seconds", async () => {
    const drafts = await cluster.writers("line");
    await whileWriting(drafts.flat(), async () => {
      hosts[1]?.cut();
      await delay(4000);
      hosts[1]?.mend();
    });
    expect(await mended("The line of a node cut for 4 s", drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });

    await whileWriting(drafts.flat(), async () => {
      for (const host of hosts) host.cut();
      await delay(4000);
      for (const host of hosts) host.mend();
    });
    expect(await mended("The lines of all nodes cut for 4 s", drafts)).toEqual({
      missing: [],
      inTime: true,
      ghosts: false,
    });
    expect(refusals(cluster)).toEqual([]);
    for (const writer of drafts.flat()) writer.close();
  });
});
