import { readText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type Text, flatten } from "@plenary/document";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
let now = new Date();
beforeEach(async () => void (server = await startTestServer({ clock: () => now })));
afterEach(() => server.close());

async function writer() {
  const person = await server.signIn("eur");
  const live = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
  await synced(live);
  const current = () => readText(live.doc, published);
  const printed = () =>
    current()
      .clauses.slice(3)
      .map(({ label, content }) => `${label}|${flatten(content)}`);
  const command = (body: object, headers: Record<string, string> = {}) =>
    person.request("POST", `/api/drafts/${server.draft}/commands`, body, headers);
  return { person, live, current, printed, command };
}

async function updates(): Promise<number> {
  return (await server.store.db.selectFrom("doc_update").select("seq").execute()).length;
}

it("joins two clauses and splits them again, each as one change of the redline", async () => {
  const { live, current, printed, command } = await writer();
  const kinds = (from: Text) => compare(from, current(), { ids: "trusted" }).changes.map(({ kind }) => kind);
  expect((await command({ command: "merge", clause: "one", next: "two" })).status).toBe(200);
  await live.until(() => current().clauses.length === 4);
  expect(printed()).toEqual(["1|to build twelve bridges; to count them every year,"]);
  expect(kinds(published)).toContain("merge");
  const joined = current();
  const split = await command({
    command: "split",
    clause: "one",
    at: "to build twelve bridges;".length,
    before: "bridges;",
    after: " to count",
  });
  const { made }: { made: string } = await split.json();
  await live.until(() => current().clauses.length === 5);
  expect(printed()).toEqual(["1|to build twelve bridges;", "2|to count them every year,"]);
  expect(current().clauses[4]?.id).toBe(made);
  // The joined clause comes apart as it was.
  expect(kinds(joined)).toContain("split");
  expect(current().clauses[4]).toEqual(published.clauses[4]);
  live.close();
});

it("refuses what can't be done with the clause as it is, and then writes nothing", async () => {
  const { live, command } = await writer();
  const before = await updates();
  for (const body of [
    { command: "split", clause: "one", at: 0, before: "", after: "to build" },
    { command: "split", clause: "none", at: 3, before: "a", after: "b" },
    { command: "merge", clause: "two", next: "none" },
    { command: "move", clause: "none", before: null },
    { command: "suppress", clause: "none" },
    { command: "restore", clause: "none" },
  ]) {
    const refused = await command(body);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("Nothing was changed") });
  }
  expect((await command({ command: "split", clause: "one", at: -1, before: "", after: "" })).status).toBe(400);
  expect(await updates()).toBe(before);
  live.close();
});

it("does what carries a key once, however often it is sent, also at the same time", async () => {
  const { person, live, current, command } = await writer();
  const body = { command: "split", clause: "one", at: 8, before: "to build", after: " twelve" };
  const key = { "idempotency-key": "k1" };
  const answers = await Promise.all([command(body, key), command(body, key), command(body, key)]);
  const done = answers.filter(({ status }) => status === 200);
  expect(done.length).toBeGreaterThan(0);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  const again = await command(body, key);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.json()).toEqual(await done[0]!.json());
  await live.until(() => current().clauses.length === 6);
  expect(current().clauses).toHaveLength(6);

  expect((await command({ ...body, at: 2 }, key)).status).toBe(422);
  expect((await command(body, { "idempotency-key": "x".repeat(201) })).status).toBe(400);
  // Nothing was done for what was refused: it is tried anew.
  const refused = { command: "merge", clause: "none", next: "two" };
  for (let i = 0; i < 2; i++) expect((await command(refused, { "idempotency-key": "k2" })).status).toBe(409);
  // Keys are a person's own.
  const other = await server.signIn("eur2");
  const others = await other.request("POST", `/api/drafts/${server.draft}/commands`, body, key);
  expect(others.headers.get("idempotency-replayed")).toBeNull();

  // What the route does not keep itself is kept behind it.
  const open = () => person.request("POST", "/api/drafts", { text: "t2" }, { "idempotency-key": "k3" });
  expect(await (await open()).json()).toEqual(await (await open()).json());
  live.close();
});

it("forgets answers after a day, and takes up what a stopped process left", async () => {
  const { person } = await writer();
  const key = { "idempotency-key": "k" };
  const open = () => person.request("POST", "/api/drafts", { text: "t2" }, key);
  await open();
  await server.store.db.updateTable("kept_answer").set({ status: null, body: null }).execute();
  expect((await open()).status).toBe(409);
  now = new Date(now.getTime() + 61_000);
  expect((await open()).status).toBe(200);
  expect((await open()).headers.get("idempotency-replayed")).toBe("true");
  now = new Date(now.getTime() + 25 * 60 * 60_000);
  expect((await open()).headers.get("idempotency-replayed")).toBeNull();
});

it("gives a draft another number", async () => {
  const rename = async (who: string, number: string) =>
    (await server.signIn(who)).request("PUT", `/api/drafts/${server.draft}/number`, { number });
  for (const who of ["eur", "arb", "observer", "chair"]) expect((await rename(who, "EUR/9A1/1")).status).toBe(403);
  expect((await rename("eur2", "EUR/9A1/1")).status).toBe(200);
  const person = await server.signIn("eur2");
  expect(await person.get(`/api/drafts/${server.draft}`)).toMatchObject({ number: "EUR/9A1/1" });
  const opened = await (await server.signIn("arb")).request("POST", "/api/drafts", { text: "t2" });
  const { id }: { id: string } = await opened.json();
  const secretariat = await server.signIn("secretariat");
  expect((await secretariat.request("PUT", `/api/drafts/${id}/number`, { number: "EUR/9A1/1" })).status).toBe(409);
  expect((await secretariat.request("PUT", `/api/drafts/${id}/number`, { number: " " })).status).toBe(400);
});
