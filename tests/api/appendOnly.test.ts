import { readText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  // Whoever changes what was logged fails.
  for (const act of ["UPDATE", "DELETE"])
    await sql
      .raw(`CREATE TRIGGER no_${act} BEFORE ${act} ON doc_update BEGIN SELECT RAISE(ABORT, 'append only'); END`)
      .execute(server.store.db);
});
afterEach(() => server.close());

const logged = (draft: string) =>
  server.store.db.selectFrom("doc_update").select(["seq", "person"]).where("doc", "=", draft).orderBy("seq").execute();

it("writes the text of a new draft once, as the first update of its log, whoever comes when", async () => {
  const arb = await server.signIn("arb");
  const opened = await Promise.all([1, 2, 3].map(() => arb.request("POST", "/api/drafts", { text: "t2" })));
  const ids = await Promise.all(opened.map(async (answer) => String(Reflect.get(Object(await answer.json()), "id"))));
  expect(new Set(ids).size).toBe(1);
  const [id = ""] = ids;
  const ticket = await arb.ticket(id);
  for (let round = 0; round < 2; round += 1) {
    const clients = [1, 2, 3].map(() => connectClient(server.rooms, id, ticket));
    await Promise.all(clients.map(synced));
    expect(clients.map((client) => client.said("one"))).toEqual(Array(3).fill("to build ten bridges;"));
    for (const client of clients) client.close();
    await server.restart();
  }
  expect((await logged(id)).map(({ seq }) => seq)).toEqual([1]);
});

it("only ever appends to the log of a draft: writing, commands, a decision, a version, a restart", async () => {
  const [writer, chair] = [await server.signIn("eur2"), await server.signIn("chair")];
  const draft = `/api/drafts/${server.draft}`;
  const live = connectClient(server.rooms, server.draft, await writer.ticket(server.draft));
  await synced(live);
  const acts: (() => Promise<Response>)[] = [
    () => writer.request("POST", `${draft}/commands`, { command: "suppress", clause: "two" }),
    () => writer.request("POST", `${draft}/commands`, { command: "restore", clause: "two" }),
    () => writer.request("POST", `${draft}/versions`, { name: "first" }),
    () => writer.request("PUT", `${draft}/shared`, { shared: true }),
  ];
  let before = await logged(server.draft);
  for (const act of acts) {
    live.type("two", " word");
    await live.saved();
    expect((await act()).status).toBe(200);
    const after = await logged(server.draft);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, i) => i + 1));
    before = after;
  }
  const change = compare(published, readText(live.doc, published), { ids: "trusted" }).changes.find(
    ({ kind }) => kind !== "label",
  );
  const decided = await chair.request("POST", `${draft}/decisions`, { change: change?.id, verdict: "reject" });
  expect(decided.status).toBe(200);
  live.close();
  await server.restart();
  expect((await logged(server.draft)).slice(0, before.length)).toEqual(before);
  expect(server.reports).toEqual([]);
});
