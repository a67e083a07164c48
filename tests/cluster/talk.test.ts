import { TALK, textRoom } from "@plenary/collab";
import type { ThreadView } from "@plenary/server/api";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";
import { type TestCluster, startCluster } from "./testCluster.ts";

describe.skipIf(noPostgres)(`talk on several nodes${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let cluster: TestCluster;
  let database: string;
  const open: WebSocket[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    database = await server.createDatabase("talk");
    cluster = await startCluster([{ database }, { database }]);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.close();
  });
  afterAll(async () => {
    await cluster.close();
    await server.close();
  });

  /** A connection on the second node that listens for threads; `hears` waits until what came so far fits. */
  async function listen(person: string, draft: string) {
    const ticket = await (await cluster.signIn(person, 1)).ticket(draft);
    const origin = cluster.relays[1]?.origin.replace("http", "ws") ?? "";
    const socket = new WebSocket(`${origin}/rooms/${textRoom(draft)}?token=${ticket}`);
    open.push(socket);
    const frames: Buffer[] = [];
    let look = (): void => {};
    socket.on("message", (data: Buffer) => {
      if (data[0] === TALK) frames.push(data);
      look();
    });
    const hears = async (fits: (frames: readonly Buffer[]) => boolean): Promise<void> => {
      while (!fits(frames)) await new Promise<void>((resolve) => (look = resolve));
    };
    await new Promise((resolve) => socket.once("message", resolve));
    socket.send(new Uint8Array([TALK]));
    await hears(({ length }) => length === 1);
    return { frames, hears };
  }

  it("reaches its readers on the other node, and nobody else there", async () => {
    const [draft] = await cluster.drafts();
    const { id, delegate } = draft ?? { id: "", delegate: "" };
    const [reader, chair] = [await listen(delegate, id), await listen("ines-arancibia", id)];
    const person = await cluster.signIn(delegate, 0);
    const path = `/api/drafts/${id}/threads`;
    const anchor = { on: "clause", clause: "any" };
    const begun = await person.request("POST", path, { anchor, audience: "EUR", text: "AMONG-OURSELVES" });
    const { id: thread } = (await begun.json()) as ThreadView;
    await reader.hears((frames) => frames.some((frame) => frame.includes("AMONG-OURSELVES")));
    await person.request("PUT", `${path}/${thread}/resolved`, { resolved: true });
    await reader.hears((frames) => frames.some((frame) => frame.includes('"version":2')));
    await person.request("POST", path, { anchor, audience: null, text: "TO-ALL" });
    for (const one of [reader, chair]) await one.hears((frames) => frames.some((frame) => frame.includes("TO-ALL")));
    expect(chair.frames.some((frame) => frame.includes("AMONG-OURSELVES"))).toBe(false);
  });

  it("is asked for anew by who listens when the nodes may not have heard each other", async () => {
    const [draft] = await cluster.drafts();
    const listener = await listen(draft?.delegate ?? "", draft?.id ?? "");
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
    await client.end();
    await listener.hears((frames) => frames.filter(({ length }) => length === 1).length >= 2);
  });

  it("tells lists on the other node of a draft that was shared", async () => {
    const [draft] = await cluster.drafts();
    const person = await cluster.signIn("joseph-okello", 0);
    const other = await cluster.signIn("ines-arancibia", 1);
    const told = await other.request("GET", "/api/events");
    const events = told.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await events.read()).value).toContain("hello");
    const shared = await person.request("PUT", `/api/drafts/${draft?.id}/shared`, { shared: true });
    expect(shared.status).toBe(200);
    for (let said = ""; !said.includes("drafts");) said += (await events.read()).value ?? "";
    await events.cancel();
  });
});
