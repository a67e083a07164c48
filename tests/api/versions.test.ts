import { readText } from "@plenary/collab";
import { type Redline, compare } from "@plenary/diff";
import { type Clause, type Text, flatten } from "@plenary/document";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
let now = new Date("2027-05-04T09:00:00Z");
beforeEach(async () => void (server = await startTestServer({ clock: () => now })));
afterEach(() => server.close());

interface History {
  readonly head: number;
  readonly moments: readonly { from: number; to: number; person: { id: string; name: string }; began: string }[];
  readonly decisions: readonly { verdict: string; seq: number; person: { name: string }; summary: string }[];
  readonly versions: readonly { id: string; name: string; seq: number }[];
}

interface Shared {
  readonly clauses: readonly Clause[];
  readonly texts: readonly (readonly number[])[];
}

it("tells what happened, gives the text of every moment and version, and compares any two", async () => {
  const [eur, eur2, chair] = await Promise.all(["eur", "eur2", "chair"].map((id) => server.signIn(id)));
  const live = connectClient(server.rooms, server.draft, await eur!.ticket(server.draft));
  const other = connectClient(server.rooms, server.draft, await eur2!.ticket(server.draft));
  await Promise.all([synced(live), synced(other)]);
  const at = (which: string | number) => chair!.get<Text>(`/api/drafts/${server.draft}/at/${which}`);
  const history = () => chair!.get<History>(`/api/drafts/${server.draft}/history`);
  const said = (text: Text) => flatten(text.clauses[4]!.content);
  const texts: Text[] = [];
  for (const [client, words] of [
    [live, " in May"],
    [other, " or June"],
    [other, " or July"],
  ] as const) {
    now = new Date(now.getTime() + 60_000);
    await client.until(() => said(readText(client.doc, published)).length >= said(texts.at(-1) ?? published).length);
    client.type("two", words);
    await client.saved();
    texts.push(readText(client.doc, published));
  }
  const told = await history();
  expect(told.moments.slice(-2).map(({ person, from, to }) => [person.name, to - from])).toEqual([
    ["Ada Delgado", 2],
    ["Jan Novotny", 1],
  ]);
  expect(told.moments.at(-1)?.to).toBe(told.head);
  for (const [i, text] of texts.entries()) expect(await at(told.head - 2 + i)).toEqual(text);
  const seqs = [told.head, 1, told.head - 2, told.head];
  const shared = await chair!.get<Shared>(`/api/drafts/${server.draft}/moments?at=${seqs.join(",")}`);
  const spread = shared.texts.map((places) => places.map((place) => shared.clauses[place]));
  expect(spread).toEqual([published, texts[0], texts[2]].map((text) => text?.clauses));
  // One clause was amended before, the other differs in both.
  expect(shared.clauses.length).toBe(published.clauses.length + 3);
  for (const [given, status] of [
    ["0", 404],
    [`1,${told.head + 1}`, 404],
    ["one", 400],
    [Array.from({ length: 33 }, (_, i) => i + 1).join(","), 400],
  ] as const)
    expect((await chair!.request("GET", `/api/drafts/${server.draft}/moments?at=${given}`)).status).toBe(status);
  expect(await at(1)).toEqual(published);
  expect(await at("published")).toEqual(published);
  expect(await at("agreed")).toEqual(published);
  expect(await at("current")).toEqual(texts.at(-1));

  const named = await eur!.request("POST", `/api/drafts/${server.draft}/versions`, { name: "Before lunch" });
  const version: { id: string; seq: number } = await named.json();
  expect(version.seq).toBe(told.head);
  live.type("two", ".");
  await live.saved();
  expect(await at(version.id)).toEqual(texts.at(-1));
  const between = async (from: string | number, to: string | number) =>
    chair!.get<Redline>(`/api/drafts/${server.draft}/compare?from=${from}&to=${to}`);
  expect((await between(version.id, version.id)).changes).toEqual([]);
  const redline = await between(told.head - 2, version.id);
  expect(redline).toEqual(JSON.parse(JSON.stringify(compare(texts[0]!, texts[2]!, { ids: "trusted" }))));
  expect((await between("published", "current")).changes.length).toBeGreaterThan(0);

  const rename = (who: typeof eur, name: string) =>
    who!.request("PUT", `/api/drafts/${server.draft}/versions/${version.id}`, { name });
  expect((await rename(chair, "After lunch")).status).toBe(200);
  expect((await rename(await server.signIn("arb"), "Mine")).status).toBe(403);
  expect((await history()).versions).toMatchObject([{ id: version.id, name: "After lunch", seq: told.head }]);
  const twice = await eur!.request("POST", `/api/drafts/${server.draft}/versions`, { name: "After lunch" });
  expect(twice.status).toBe(409);
  for (const none of ["0", String(told.head + 2), "none", "../x"]) {
    const path = `/api/drafts/${server.draft}/at/${encodeURIComponent(none)}`;
    expect((await chair!.request("GET", path)).status).toBe(404);
  }
  live.close();
  other.close();
});

it("tells the decisions at their places in the history, and gives what changed between two moments as a file", async () => {
  const [eur, chair] = await Promise.all(["eur", "chair"].map((id) => server.signIn(id)));
  const live = connectClient(server.rooms, server.draft, await eur!.ticket(server.draft));
  await synced(live);
  const path = `/api/drafts/${server.draft}`;
  const write = async (words: string): Promise<number> => {
    now = new Date(now.getTime() + 60_000);
    live.type("two", words);
    await live.saved();
    return (await chair!.get<History>(`${path}/history`)).head;
  };
  const first = await write(" in May");
  const { changes } = await chair!.get<Redline>(`${path}/compare`);
  now = new Date(now.getTime() + 60_000);
  const decided = await chair!.request("POST", `${path}/decisions`, { change: changes[0]?.id, verdict: "accept" });
  expect(decided.status).toBe(200);
  const last = await write(" or June");
  const { decisions } = await chair!.get<History>(`${path}/history`);
  expect(decisions).toMatchObject([{ verdict: "accept", seq: first, person: { name: "Ravi Menon" } }]);
  expect(decisions[0]?.summary).toContain("twelve");
  expect((await chair!.get<History>(`${path}/history?before=${last}`)).decisions.length).toBe(1);

  const file = async (query: string) => chair!.request("GET", `${path}/compare/export?${query}`);
  const marked = await file(`from=${first}&to=${last}&format=text`);
  expect(marked.headers.get("content-disposition")).toMatch(/-compared-marked\.txt"$/);
  const said = await marked.text();
  expect(said).toContain("{+ or June+}");
  expect(said).not.toContain("{+ in May");
  expect(said).not.toContain("{+twelve+}");
  for (const format of ["docx", "html", "json", "akn"]) expect((await file(`format=${format}`)).status).toBe(200);
  expect((await file("format=text&view=table")).status).toBe(400);
  expect((await file("format=text&from=none")).status).toBe(404);
  expect((await chair!.get<{ mayName: boolean }>(path)).mayName).toBe(true);
  expect((await (await server.signIn("arb")).get<{ mayName: boolean }>(path)).mayName).toBe(false);
  live.close();
});
