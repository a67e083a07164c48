import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, join, openBrowser } from "../api/accounts.ts";
import { type ClusterNode, startNode } from "./clusterNode.ts";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";

describe.skipIf(noPostgres)(`two nodes${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let database: string;
  let nodes: ClusterNode[];
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.createDatabase("attempts");
    nodes = [await startNode({ database, demo: false })];
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await server.close();
  });

  const origin = (node: number): string => `http://127.0.0.1:${nodes[node]?.port}`;
  const link = (): string => /\/invitation\/\S+/.exec(nodes[0]?.said.join("\n") ?? "")?.[0] ?? "";

  const signIn = async (node: number, password: string): Promise<number> => {
    const words = { email: "mei.lin@example.org", password };
    return (await openBrowser(origin(node)).send("POST", "/api/account/sign-in", words)).status;
  };

  it("let nobody try more often than one would", async () => {
    // The first link is good until another node makes the next one.
    await expect.poll(link).not.toBe("");
    expect((await join(openBrowser(origin(0)), link(), "Mei Lin")).status).toBe(200);
    nodes.push(await startNode({ database, demo: false }));
    const tried = await Promise.all(Array.from({ length: 24 }, (_, i) => signIn(i % 2, "wrong")));
    expect(tried.filter((status) => status === 401).length).toBe(10);
    expect(tried.filter((status) => status === 429).length).toBe(14);
    expect([await signIn(0, PASSWORD), await signIn(1, PASSWORD)]).toEqual([429, 429]);
  });
});
