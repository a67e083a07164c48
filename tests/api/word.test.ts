import { readText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { plainLines } from "@plenary/document";
import type { Candidate, ChangeAuthor, DraftDetail, TextSummary, WordReport } from "@plenary/server/api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { type Piece, trackedFile } from "../roundtrip/trackedFile.ts";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

const ana = { author: "Ana Ruiz (EUR)", date: "2026-03-01T09:00:00Z" };
const bo = { author: "Bo Lund", date: "2026-03-02T10:30:00Z" };

const head: readonly (readonly Piece[])[] = [["RESOLUTION 1 (Rev. Porto, 2023)"], ["Bridges"], ["resolves"]];
const tracked = trackedFile(
  [
    ...head,
    ["1\tto build ", { ...ana, del: "ten" }, { ...ana, ins: "fifteen" }, " bridges;"],
    [{ ...bo, ins: "2\tto paint them blue;" }],
    [
      { ...ana, del: "2" },
      { ...ana, ins: "3" },
      "\tto count them every ",
      { ...bo, del: "year" },
      { ...bo, ins: "month" },
      ",",
    ],
  ],
  new Set([4]),
);
/** As the other one, but "ten" was made "eleven" before the tracking began, and "count" "tally". */
const silent = trackedFile([
  ...head,
  ["1\tto build eleven bridges;"],
  ["2\tto tally them every ", { ...bo, del: "year" }, { ...bo, ins: "month" }, ","],
]);
const clean = trackedFile([...head, ["1\tto build ten wide bridges;"], ["2\tto count them every year,"]]);

async function json<T>(response: Response): Promise<T> {
  const value: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(value)}`);
  return value as T;
}
const report = (person: SignedIn, file: Uint8Array, query = ""): Promise<Response> =>
  person.send(`/api/word/report?name=a.docx${query}`, file);

async function draftOf(person: SignedIn, file: Uint8Array, text: string, more = ""): Promise<string> {
  const { against } = await json<WordReport>(await report(person, file, `&text=${text}`));
  const query = `name=a.docx&text=${text}&seen=${against?.seen}${more}`;
  return (await json<{ id: string }>(await person.send(`/api/word/draft?${query}`, file))).id;
}

/** What the live draft says, and its changes with their authors. */
async function liveDraft(person: SignedIn, id: string) {
  const client = connectClient(server.rooms, id, await person.ticket(id));
  await synced(client);
  const current = readText(client.doc, published);
  const authors = await person.get<Record<string, ChangeAuthor[]>>(`/api/drafts/${id}/authors`);
  const { changes } = compare(published, current, { ids: "trusted" });
  return {
    client,
    lines: plainLines(current.clauses),
    changes: changes
      .filter(({ kind }) => kind !== "label")
      .map(({ kind, deleted, inserted, id: change }) => [kind, deleted, inserted, ...(authors[change] ?? [])]),
  };
}

describe("a tracked Word file", () => {
  it("is recognised among the editions, with who changed how much", async () => {
    const person = await server.signIn("arb");
    const found = await json<WordReport>(await report(person, tracked));
    expect(found).toMatchObject({ number: "RESOLUTION 1 (Rev. Porto, 2023)", title: "Bridges", language: "en" });
    expect(found.authors.map(({ name }) => name)).toEqual([ana.author, bo.author]);
    expect(found.tracked).toBe(8);
    expect(found.recognised).toBe(true);
    const [first] = found.candidates as [Candidate];
    expect(first).toMatchObject({ sameNumber: true, sameTitle: true, text: { id: "t1", number: "Resolution 1" } });
    expect(first.score).toBeGreaterThan(0.95);
    expect(found.against).toMatchObject({ text: "t1", silent: [] });
  });

  it("becomes a draft that goes on live, each change by its Word author at its time", async () => {
    const person = await server.signIn("arb");
    const id = await draftOf(person, tracked, "t1");
    const detail = await person.get<DraftDetail>(`/api/drafts/${id}`);
    expect(detail).toMatchObject({ group: "ARB", symbol: "MOD", number: "ARB/7A1/1", mayWrite: true });
    const anaAt = { name: ana.author, group: "", at: "2026-03-01T09:00:00.000Z" };
    const boAt = { name: bo.author, group: "", at: "2026-03-02T10:30:00.000Z" };
    const before = await liveDraft(person, id);
    expect(before.lines.slice(3)).toEqual([
      "1\tto build fifteen bridges;",
      "2\tto paint them blue;",
      "3\tto count them every month,",
    ]);
    expect(before.changes).toEqual([
      ["text", "ten", "fifteen", anaAt],
      ["add", "", "to paint them blue;", boAt],
      ["text", "year", "month", boAt],
    ]);
    before.client.type("one", " soon");
    await before.client.saved();
    before.client.close();
    const after = await liveDraft(person, id);
    expect(after.changes[0]).toEqual(["text", "ten", "fifteen", anaAt]);
    expect(after.changes[1]).toEqual([
      "text",
      "",
      " soon",
      expect.objectContaining({ name: "Samir Haddad", group: "ARB" }),
    ]);
    after.client.close();
  });

  it("tells the same authors after a restart, from the log as from what was kept", async () => {
    const person = await server.signIn("arb");
    const id = await draftOf(person, tracked, "t1");
    const before = await liveDraft(person, id);
    for (const letter of "tomorrow and the day after") before.client.type("title", letter);
    await before.client.saved();
    before.client.close();
    const first = await liveDraft(person, id);
    first.client.close();
    await server.restart();
    const kept = await server.store.log.load(id);
    expect(kept?.ledger).toContain("word:Bo Lund");
    const again = await server.signIn("arb");
    const second = await liveDraft(again, id);
    second.client.close();
    expect(second.changes).toEqual(first.changes);
    await server.store.commit([server.store.db.updateTable("doc_snapshot").set({ ledger: null })]);
    await server.restart();
    const third = await liveDraft(await server.signIn("arb"), id);
    third.client.close();
    expect(third.changes).toEqual(first.changes);
  });

  it("is not taken twice: the group's draft is named", async () => {
    const person = await server.signIn("arb");
    await draftOf(person, tracked, "t1");
    const { against } = await json<WordReport>(await report(person, tracked));
    const again = await person.send(`/api/word/draft?name=a.docx&text=t1&seen=${against?.seen}`, tracked);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ detail: expect.stringContaining("ARB/7A1/1") });
    expect((await person.get<unknown[]>("/api/drafts")).length).toBe(2);
  });
});

describe("what a Word file changes without tracking it", () => {
  it("is listed clause by clause, and nothing is taken before a choice", async () => {
    const person = await server.signIn("arb");
    const { against } = await json<WordReport>(await report(person, silent, "&text=t1"));
    const edits = against?.silent.map(({ symbol, label, segments }) => [
      symbol,
      label,
      segments.map(({ op, text }) => (op === "=" ? text : `[${op}${text}]`)).join(""),
    ]);
    expect(edits).toEqual([
      ["MOD", "1", "to build [-ten][+eleven] bridges;"],
      ["MOD", "2", "to [-count][+tally] them every year,"],
    ]);
    const send = (query: string): Promise<Response> =>
      person.send(`/api/word/draft?name=a.docx&text=t1&${query}`, silent);
    expect((await send(`seen=${against?.seen}`)).status).toBe(400);
    expect((await send("seen=0&silent=take")).status).toBe(409);
    const other = await json<WordReport>(await report(person, tracked, "&text=t1"));
    expect((await send(`seen=${other.against?.seen}&silent=take`)).status).toBe(409);
    expect((await person.get<unknown[]>("/api/drafts")).length).toBe(1);
  });

  it("is the importing person's when it is taken", async () => {
    const person = await server.signIn("arb");
    const { lines, changes, client } = await liveDraft(person, await draftOf(person, silent, "t1", "&silent=take"));
    client.close();
    expect(lines.slice(3)).toEqual(["1\tto build eleven bridges;", "2\tto tally them every month,"]);
    const samir = expect.objectContaining({ name: "Samir Haddad", group: "ARB" });
    expect(changes).toEqual([
      ["text", "ten", "eleven", samir],
      // So much of the clause is other words that it is one change, of both.
      ["text", "count them every year", "tally them every month", samir, expect.objectContaining({ name: bo.author })],
    ]);
  });

  it("is not in the draft when it is left out", async () => {
    const person = await server.signIn("arb");
    const { lines, changes, client } = await liveDraft(person, await draftOf(person, silent, "t1", "&silent=leave"));
    client.close();
    expect(lines.slice(3)).toEqual(["1\tto build ten bridges;", "2\tto count them every month,"]);
    expect(changes).toEqual([["text", "year", "month", expect.objectContaining({ name: bo.author })]]);
  });
});

it("a clean Word file is compared with the base that is chosen", async () => {
  const person = await server.signIn("arb");
  const found = await json<WordReport>(await report(person, clean));
  expect(found).toMatchObject({ tracked: 0, authors: [], against: { text: "t1", silent: [] } });
  const { changes, client } = await liveDraft(person, await draftOf(person, clean, "t1"));
  client.close();
  expect(changes).toEqual([["text", "", " wide", expect.objectContaining({ name: "Samir Haddad" })]]);
});

it("a Word file becomes a base text, without what it tracks, and is kept as it came", async () => {
  const person = await server.signIn("eur2");
  const { id, tracked: left } = await json<{ id: string; tracked: number }>(
    await person.send("/api/texts/word?name=a.docx", tracked),
  );
  expect(left).toBe(8);
  const listed = await person.get<TextSummary[]>("/api/texts");
  expect(listed.at(-1)).toMatchObject({ id, number: "RESOLUTION 1 (Rev. Porto, 2023)", title: "Bridges", clauses: 5 });
  const stored = await server.store.db.selectFrom("text_source").selectAll().executeTakeFirstOrThrow();
  expect(stored).toMatchObject({ base_text: id, name: "a.docx" });
  expect(new Uint8Array(stored.bytes)).toEqual(tracked);
});

describe("refusals", () => {
  it("say what to do with a file that can't be read", async () => {
    const person = await server.signIn("eur2");
    const refused = async (bytes: Uint8Array, path = "/api/word/report?name=a.docx"): Promise<unknown[]> => {
      const response = await person.send(path, bytes);
      const body: unknown = await response.json();
      return [response.status, Reflect.get(Object(body), "detail")];
    };
    expect(await refused(new TextEncoder().encode("%PDF-1.7"))).toEqual([400, expect.stringContaining("PDF")]);
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([
      400,
      expect.stringContaining("save it as .docx"),
    ]);
    expect(await refused(tracked.slice(0, 700))).toEqual([400, expect.stringContaining("damaged")]);
    expect(await refused(new Uint8Array())).toEqual([400, expect.stringContaining("empty")]);
    expect(await refused(trackedFile([]))).toEqual([400, expect.stringContaining("no text")]);
    expect(await refused(new Uint8Array(20 * 1024 * 1024 + 1))).toEqual([413, expect.stringContaining("20 MB")]);
    expect(await refused(new TextEncoder().encode("%PDF"), "/api/texts/word?name=a.docx")).toEqual([
      400,
      expect.stringContaining("PDF"),
    ]);
    expect(await refused(tracked, "/api/word/report?name=a.docx&text=none")).toEqual([404, expect.anything()]);
  });

  it("hold for who may not, on every path", async () => {
    const observer = await server.signIn("observer");
    const arb = await server.signIn("arb");
    expect((await report(observer, tracked)).status).toBe(403);
    const { against } = await json<WordReport>(await report(arb, tracked));
    const path = `/api/word/draft?name=a.docx&text=t1&seen=${against?.seen}`;
    expect((await observer.send(path, tracked)).status).toBe(403);
    expect((await arb.send(`${path}&group=EUR`, tracked)).status).toBe(403);
    expect((await arb.send("/api/texts/word?name=a.docx", tracked)).status).toBe(403);
    const secretariat = await server.signIn("secretariat");
    expect((await secretariat.send(`${path}&group=NONE`, tracked)).status).toBe(400);
    expect((await secretariat.send(`${path}&group=ARB`, tracked)).status).toBe(200);
    const anonymous = await fetch(`${server.origin}${path}`, { method: "POST", body: new Uint8Array(tracked) });
    expect(anonymous.status).toBe(401);
    expect((await fetch(`${server.origin}/api/drafts/${server.draft}/authors`)).status).toBe(401);
  });
});
