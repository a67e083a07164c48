import type { Decision } from "@plenary/collab";
import { compare } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { readAkn, writeAkn } from "@plenary/formats/akn";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { readRecord, readText, recordRoom } from "@plenary/collab";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

it("signs in and out, and keeps the cookie from scripts", async () => {
  const person = await server.signIn("eur");
  expect(await person.get("/api/session")).toMatchObject({ person: { id: "eur", group: "EUR" }, demo: true });
  const again = await person.request("POST", "/api/session", { person: "arb" });
  expect(again.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await person.request("GET", "/api/drafts")).status).toBe(401);
  const other = await server.signIn("eur");
  await other.request("DELETE", "/api/session");
  expect(await other.get("/api/session")).toMatchObject({ person: null });
});

it("says what is wrong with a request", async () => {
  const person = await server.signIn("chair");
  const bad = await person.request("POST", `/api/drafts/${server.draft}/decisions`, { change: 7, verdict: "maybe" });
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({ status: 400, detail: expect.stringContaining("verdict") });
  expect((await person.request("GET", "/api/drafts/none")).status).toBe(404);
  expect((await person.request("GET", "/api/texts/none")).status).toBe(404);
  expect((await person.request("GET", `/api/drafts/${server.draft}/export?format=exe&view=clean`)).status).toBe(400);
  expect((await person.request("GET", "/api/none")).status).toBe(404);
});

it("refuses what another site sends", async () => {
  const person = await server.signIn("chair");
  const send = (origin: string) => person.request("POST", `/api/drafts/${server.draft}/ticket`, {}, { origin });
  expect((await send("https://example.org")).status).toBe(403);
  expect((await send("null")).status).toBe(403);
  expect((await send(server.origin)).status).toBe(200);
});

it("opens one draft for a text and group, however often it is asked", async () => {
  const person = await server.signIn("arb");
  const open = async (): Promise<unknown> => (await person.request("POST", "/api/drafts", { text: "t2" })).json();
  const first = await open();
  expect(await open()).toEqual(first);
  const drafts = await person.get<{ id: string; symbol: string; number: string; mayWrite: boolean }[]>("/api/drafts");
  expect(drafts.map(({ number, symbol, mayWrite }) => ({ number, symbol, mayWrite }))).toEqual([
    { number: "EUR/7A1/1", symbol: "MOD", mayWrite: false },
    { number: "ARB/7A1/1", symbol: "NOC", mayWrite: true },
  ]);
  expect(first).toEqual({ id: drafts[1]?.id });
});

it("accepts and rejects for the chair: kept, live for everybody, and refused when it comes too late", async () => {
  const chair = await server.signIn("chair");
  const writer = await server.signIn("eur");
  const ticket = await writer.ticket(server.draft);
  const live = connectClient(server.rooms, server.draft, ticket);
  const record = connectClient(server.rooms, recordRoom(server.draft), ticket);
  await Promise.all([synced(live), synced(record)]);
  const decide = (change: string, verdict: string) =>
    chair.request("POST", `/api/drafts/${server.draft}/decisions`, { change, verdict });
  const agreed = (): Text => readRecord(record.doc).agreed ?? published;
  const pending = () => compare(agreed(), readText(live.doc, published), { ids: "trusted" }).changes;

  const [first] = pending();
  expect(first).toMatchObject({ deleted: expect.stringContaining("ten"), inserted: expect.stringContaining("twelve") });
  const accepted = await decide(first!.id, "accept");
  expect(await accepted.json()).toMatchObject({
    decision: { verdict: "accept", person: { id: "chair" }, role: "chair" },
  });
  await record.until(() => readRecord(record.doc).decisions.length === 1);
  expect(pending()).toEqual([]);
  expect(live.said("one")).toContain("twelve");

  const late = await decide(first!.id, "reject");
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ status: 409, pending: null });

  live.type("two", " in May");
  await live.saved();
  const [second] = pending();
  expect((await decide(second!.id, "reject")).status).toBe(200);
  await live.until(() => !live.said("two").includes("May"));
  await record.until(() => readRecord(record.doc).decisions.length === 2);
  expect(pending()).toEqual([]);

  const kept = await server.store.db.selectFrom("decision").selectAll().orderBy("at").execute();
  const told: readonly Decision[] = readRecord(record.doc).decisions;
  expect(kept.map(({ id, verdict }) => ({ id, verdict })).toSorted(byId)).toEqual(
    told.map(({ id, verdict }) => ({ id, verdict })).toSorted(byId),
  );
  const who = await server.store.db.selectFrom("doc_update").select("person").distinct().execute();
  expect(who.map(({ person }) => person).toSorted()).toEqual(["chair", "eur"]);
  live.close();
  record.close();
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

it("adds all texts of an Akoma Ntoso file, or none of it with the reason", async () => {
  const person = await server.signIn("chair");
  const { text } = await person.get<{ text: Text }>("/api/texts/t1");
  const listed = async () => (await person.get<unknown[]>("/api/texts")).length;
  const before = await listed();
  const one = writeAkn(text);
  const [, statement = ""] = /(<statement[^]*<\/statement>)/.exec(one) ?? [];
  const two = one.replace(statement, `<documentCollection>${statement}${statement}</documentCollection>`);
  const added = await person.request("POST", "/api/texts", { name: "two.xml", source: two });
  expect(added.status).toBe(200);
  const { ids }: { ids: string[] } = await added.json();
  expect(ids.length).toBe(2);
  expect(await listed()).toBe(before + 2);
  for (const id of ids) expect(await person.get(`/api/texts/${id}`)).toMatchObject({ id, text });
  const cut = await person.request("POST", "/api/texts", { name: "cut.akn", source: one.slice(0, -30) });
  expect(cut.status).toBe(400);
  expect(await cut.json()).toMatchObject({
    detail: expect.stringMatching(/^cut\.akn was not added\. .*not well-formed/),
  });
  expect(await listed()).toBe(before + 2);
});

it("hands out an Akoma Ntoso file that holds the published and the current text", async () => {
  const person = await server.signIn("eur");
  const file = await person.request("GET", `/api/drafts/${server.draft}/export?format=akn&view=marked`);
  const { amendments } = readAkn(await file.text());
  const { text } = await person.get<{ text: Text }>("/api/texts/t1");
  expect(amendments).toMatchObject([{ number: "EUR/7A1/1", base: text }]);
  const clean = await person.request("GET", `/api/drafts/${server.draft}/export?format=akn&view=clean`);
  expect(readAkn(await clean.text()).texts[0]?.text).toEqual(amendments[0]?.current);
});

it("hands out files with a plain name", async () => {
  const person = await server.signIn("observer");
  const types = { docx: "application/vnd", html: "text/html", text: "text/plain", akn: "application/akn+xml" };
  for (const [format, type] of Object.entries(types)) {
    const file = await person.request("GET", `/api/drafts/${server.draft}/export?format=${format}&view=marked`);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toContain(type);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="EUR-7A1-1-marked\.\w+"$/);
    expect((await file.bytes()).length).toBeGreaterThan(0);
  }
});
