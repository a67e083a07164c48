import { type Decision, readRecord, readText, recordRoom } from "@plenary/collab";
import { type Change, compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LiveClient, connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
let chair: SignedIn;
let live: LiveClient;
let record: LiveClient;
let now = Date.parse("2027-05-04T09:00:00Z");

beforeEach(async () => {
  server = await startTestServer({ clock: () => new Date(now) });
  chair = await server.signIn("chair");
  const ticket = await (await server.signIn("eur")).ticket(server.draft);
  live = connectClient(server.rooms, server.draft, ticket);
  record = connectClient(server.rooms, recordRoom(server.draft), ticket);
  await Promise.all([synced(live), synced(record)]);
});
afterEach(async () => {
  live.close();
  record.close();
  await server.close();
});

const decisions = (): readonly Decision[] => readRecord(record.doc).decisions;
const agreed = (): Text => readRecord(record.doc).agreed ?? published;
const current = (): Text => readText(live.doc, published);
const pending = (): readonly Change[] =>
  compare(agreed(), current(), { ids: "trusted" }).changes.filter(({ kind }) => kind !== "label");

async function post(path: string, body: unknown, status = 200): Promise<unknown> {
  const answer = await chair.request("POST", `/api/drafts/${server.draft}/decisions${path}`, body);
  const said: unknown = await answer.json();
  expect([answer.status, said]).toEqual([status, said]);
  return said;
}

/** Decides and waits until both texts show it. */
async function decide(body: object): Promise<readonly Decision[]> {
  const taken = decisions().length;
  await post("", body);
  await record.until(() => decisions().length > taken);
  return decisions().slice(taken);
}

async function undo(...undone: readonly Decision[]): Promise<void> {
  const taken = decisions().length;
  await post("/undo", { decisions: undone.map(({ id }) => id) });
  await record.until(() => decisions().length === taken + undone.length);
}

async function amend(): Promise<void> {
  live.type("two", " in May");
  live.type("title", " and roads");
  await live.saved();
}

it("decides on many in one act, one decision a change, all or none", async () => {
  await amend();
  const wanted = pending().map(({ id }) => id);
  expect(wanted.length).toBe(3);
  await post("", { changes: [...wanted, "text:one:gone"], verdict: "accept" }, 409);
  expect(agreed()).toEqual(published);
  const taken = await decide({ changes: wanted, verdict: "accept" });
  expect(new Set(taken.map(({ act }) => act)).size).toBe(1);
  expect(taken.map(({ change }) => change.summary)).toContain("Replaced “ten” with “twelve” in resolves 1");
  expect(agreed()).toEqual(current());
  const rows = await server.store.db.selectFrom("decision").select(["id", "act"]).execute();
  expect(rows.map(({ id }) => id).toSorted()).toEqual(taken.map(({ id }) => id).toSorted());
  expect(new Set(rows.map(({ act }) => act))).toEqual(new Set(taken.map(({ act }) => act)));
});

describe.each(["accept", "reject"] as const)("undoing what was done by %s", (verdict) => {
  it("brings back what stood before, and is a decision of its own", async () => {
    await amend();
    const [before, said] = [pending(), current()];
    const taken = await decide({ changes: before.map(({ id }) => id), verdict });
    await live.until(() => pending().length === 0);
    await undo(...taken);
    await live.until(() => pending().length === before.length);
    expect(current()).toEqual(said);
    expect(agreed()).toEqual(published);
    expect(
      decisions()
        .slice(-3)
        .map(({ verdict: own, undoes }) => [own, undoes]),
    ).toEqual(taken.map(({ id }) => ["undo", id]));
    await post("/undo", { decisions: [taken[0]!.id] }, 409);
  });

  it("undoes one of many, when another clause has gone on meanwhile", async () => {
    await amend();
    const before = pending();
    const taken = await decide({ changes: before.map(({ id }) => id), verdict });
    await live.until(() => pending().length === 0);
    live.type("number", " bis");
    await live.saved();
    await undo(taken.find(({ change }) => change.clause === "two")!);
    await live.until(() => pending().length === 2);
    expect(pending().map(({ clause, inserted }) => [clause, inserted.trim()])).toEqual([
      ["number", "bis"],
      ["two", "in May"],
    ]);
  });

  it("is refused when the words have moved on", async () => {
    await amend();
    const [change] = pending().filter(({ clause }) => clause === "two");
    const [taken] = await decide({ change: change!.id, verdict });
    await live.until(() => !pending().some(({ clause }) => clause === "two"));
    live.type("two", " or June");
    await live.saved();
    const [next] = pending().filter(({ clause }) => clause === "two");
    await decide({ change: next!.id, verdict: "accept" });
    const answer = await chair.request("POST", `/api/drafts/${server.draft}/decisions/undo`, {
      decisions: [taken!.id],
    });
    // An accepted insertion that has grown is one insertion now; a rejected one has the live words moved on under it.
    expect(answer.status).toBe(409);
  });

  it("takes a suppression back too", async () => {
    const writer = await server.signIn("eur");
    await writer.request("POST", `/api/drafts/${server.draft}/commands`, { command: "suppress", clause: "one" });
    await live.until(() => pending().some(({ kind }) => kind === "suppress"));
    const said = current();
    const [suppressed] = pending().filter(({ kind }) => kind === "suppress");
    const taken = await decide({ change: suppressed!.id, verdict });
    await live.until(() => pending().length === 0);
    await undo(...taken);
    await live.until(() => pending().some(({ kind }) => kind === "suppress"));
    expect(current()).toEqual(said);
    expect(agreed()).toEqual(published);
  });
});

it("decides on the deletion and the insertion of a replacement separately", async () => {
  const [change] = pending();
  await decide({ change: change!.id, verdict: "accept", part: "insertion" });
  const said = (text: Text): unknown => text.clauses.find(({ id }) => id === "one")?.content;
  expect(said(agreed())).toEqual([{ type: "text", text: "to build ten twelve bridges;" }]);
  expect(pending().map(({ deleted, inserted }) => [deleted.trim(), inserted])).toEqual([["ten", ""]]);
  const [rest] = pending();
  await decide({ change: rest!.id, verdict: "reject" });
  await live.until(() => pending().length === 0);
  expect(said(current())).toEqual([{ type: "text", text: "to build ten twelve bridges;" }]);
  live.type("two", " in May");
  await live.saved();
  await post("", { change: pending()[0]!.id, verdict: "accept", part: "deletion" }, 400);
});

it("says what stands there now when the words moved on", async () => {
  live.type("two", " in May");
  await live.saved();
  const [seen] = pending().filter(({ clause }) => clause === "two");
  live.type("two", " or June");
  await live.saved();
  const refused = await post("", { change: seen!.id, verdict: "accept" }, 409);
  expect(refused).toMatchObject({ pending: { clause: "two", inserted: expect.stringContaining("in May or June") } });
});

it("gives out the log as JSON and CSV", async () => {
  const [taken] = await decide({ change: pending()[0]!.id, verdict: "accept" });
  await undo(taken!);
  const reader = await server.signIn("observer");
  const log = await reader.get<Decision[]>(`/api/drafts/${server.draft}/decisions`);
  expect(log).toEqual([
    { ...taken, undone: log[1]!.id },
    { ...decisions()[1], undone: null },
  ]);
  const csv = await reader.request("GET", `/api/drafts/${server.draft}/decisions/export?format=csv`);
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="EUR-7A1-1-decisions.csv"');
  expect((await csv.text()).split("\r\n").length).toBe(4);
  const json = await reader.request("GET", `/api/drafts/${server.draft}/decisions/export?format=json`);
  expect(await json.json()).toEqual(log);
});

it("remembers for each person when they were last at a draft", async () => {
  const visit = async (person: SignedIn): Promise<unknown> =>
    (await person.request("POST", `/api/drafts/${server.draft}/visit`)).json();
  const other = await server.signIn("arb");
  expect(await visit(chair)).toEqual({ before: null });
  now += 10 * 60_000;
  expect(await visit(chair)).toEqual({ before: null });
  const last = new Date(now).toISOString();
  now += 3 * 3_600_000;
  expect(await visit(chair)).toEqual({ before: last });
  expect(await visit(other)).toEqual({ before: null });
  now += 60_000;
  expect(await visit(chair)).toEqual({ before: last });
});
