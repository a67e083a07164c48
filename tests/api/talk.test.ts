import type { Talk, ThreadView } from "@plenary/server/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";

const everybody = ["eur", "eur2", "arb", "commenter", "observer", "chair", "secretariat"] as const;
type Name = (typeof everybody)[number];

let now = Date.now();
let server: TestServer;
let people: Record<Name, SignedIn>;
let open: ThreadView;
let internal: ThreadView;
beforeAll(async () => {
  // A minute passes between two questions for the clock, so that nobody is ever too quick.
  server = await startTestServer({ clock: () => new Date((now += 60_000)) });
  const signedIn = await Promise.all(everybody.map(async (name) => [name, await server.signIn(name)] as const));
  people = Object.fromEntries(signedIn) as Record<Name, SignedIn>;
  open = await begin("arb", null, "Is twelve agreed?");
  internal = await begin("eur", "EUR", "We can live with eleven, @Jan Novotny.");
});
afterAll(() => server.close());

const threads = (): string => `/api/drafts/${server.draft}/threads`;
const on = { on: "clause", clause: "one" } as const;

async function said<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  const value: unknown = await response.json();
  return value as T;
}

async function begin(name: Name, audience: string | null, text: string): Promise<ThreadView> {
  return said(await people[name].request("POST", threads(), { anchor: on, audience, text }));
}

async function statusOf(name: Name, method: string, path: string, body?: unknown): Promise<number> {
  return (await people[name].request(method, path, body)).status;
}

const eur: readonly Name[] = ["eur", "eur2", "commenter"];
const talkers: readonly Name[] = everybody.filter((name) => name !== "observer");

describe.each(everybody)("%s", (name) => {
  it("reads open threads, and internal ones of the own group alone", async () => {
    const { threads: read, ...may } = await people[name].get<Talk>(threads());
    const ids = read.map(({ id }) => id);
    expect(ids).toContain(open.id);
    expect(ids.includes(internal.id)).toBe(eur.includes(name));
    expect(may.mayTalk).toBe(talkers.includes(name));
    expect(may.group).toBe(eur.includes(name) ? "EUR" : name === "arb" ? "ARB" : null);
  });

  it("begins threads that are open to all", async () => {
    const status = await statusOf(name, "POST", threads(), { anchor: on, audience: null, text: "Hello" });
    expect(status).toBe(talkers.includes(name) ? 200 : 403);
  });

  it.each(["EUR", "ARB", "NONE"])("begins internal threads of %s for the own group alone", async (audience) => {
    const status = await statusOf(name, "POST", threads(), { anchor: on, audience, text: "Hello" });
    const own = audience === "EUR" ? eur.includes(name) : audience === "ARB" && name === "arb";
    expect(status).toBe(own ? 200 : 403);
  });

  it("answers in an open thread", async () => {
    const status = await statusOf(name, "POST", `${threads()}/${open.id}/comments`, { text: "Yes" });
    expect(status).toBe(talkers.includes(name) ? 200 : 403);
  });

  it("answers and resolves in an internal thread of the own group; to others it is not there", async () => {
    const path = `${threads()}/${internal.id}`;
    const expected = eur.includes(name) ? 200 : 404;
    expect(await statusOf(name, "POST", `${path}/comments`, { text: "Yes" })).toBe(expected);
    expect(await statusOf(name, "PUT", `${path}/resolved`, { resolved: true })).toBe(expected);
    expect(await statusOf(name, "PUT", `${path}/resolved`, { resolved: false })).toBe(expected);
  });

  it("resolves an open thread and opens it again", async () => {
    const path = `${threads()}/${open.id}/resolved`;
    const expected = talkers.includes(name) ? 200 : 403;
    expect(await statusOf(name, "PUT", path, { resolved: true })).toBe(expected);
    expect(await statusOf(name, "PUT", path, { resolved: false })).toBe(expected);
  });

  it("changes and deletes nobody else's comment", async () => {
    for (const [thread, author] of [
      [open, "arb"],
      [internal, "eur"],
    ] as const) {
      if (name === author) continue;
      const path = `${threads()}/${thread.id}/comments/${thread.comments[0]?.id ?? ""}`;
      const hidden = thread === internal && !eur.includes(name);
      expect(await statusOf(name, "PUT", path, { text: "Mine" })).toBe(hidden ? 404 : 403);
      expect(await statusOf(name, "DELETE", path)).toBe(hidden ? 404 : 403);
    }
  });
});

it("refuses who is not signed in, on every route", async () => {
  const one = `${threads()}/${open.id}`;
  const comment = `${one}/comments/${open.comments[0]?.id ?? ""}`;
  for (const [method, path] of [
    ["GET", threads()],
    ["POST", threads()],
    ["POST", `${one}/comments`],
    ["PUT", comment],
    ["DELETE", comment],
    ["PUT", `${one}/resolved`],
    ["PUT", `${one}/seen`],
    ["GET", "/api/mentions"],
  ] as const)
    expect([path, (await fetch(server.origin + path, { method })).status]).toEqual([path, 401]);
});

it("a thread is not there below another draft", async () => {
  const { id } = await said<{ id: string }>(
    await people.arb.request("POST", "/api/drafts", { text: "t2", group: "ARB" }),
  );
  expect(await statusOf("arb", "POST", `/api/drafts/${id}/threads/${open.id}/comments`, { text: "Here" })).toBe(404);
  expect(await statusOf("arb", "GET", "/api/drafts/none/threads")).toBe(404);
  expect((await people.arb.get<Talk>(`/api/drafts/${id}/threads`)).threads).toEqual([]);
});

it("a comment is edited and deleted by who wrote it; with its last comment a thread goes", async () => {
  const made = await begin("arb", null, "Furst");
  const path = `${threads()}/${made.id}/comments/${made.comments[0]?.id ?? ""}`;
  const edited = await said<ThreadView>(await people.arb.request("PUT", path, { text: "First" }));
  expect(edited.comments[0]).toMatchObject({ text: "First", person: { id: "arb", name: "Samir Haddad" } });
  expect(edited.comments[0]?.editedAt).not.toBeNull();
  expect(edited.version).toBeGreaterThan(made.version);
  const emptied = await said<ThreadView>(await people.arb.request("DELETE", path));
  expect(emptied.comments).toEqual([]);
  expect((await people.arb.get<Talk>(threads())).threads.map(({ id }) => id)).not.toContain(made.id);
  expect(await statusOf("arb", "PUT", path, { text: "Again" })).toBe(404);
  const rows = await server.store.db
    .selectFrom("thread_comment")
    .select("text")
    .where("thread", "=", made.id)
    .execute();
  expect(rows).toEqual([{ text: "" }]);
});

it("calls by name reach those who may read the thread, until they have seen it", async () => {
  interface Calls {
    readonly mentions: readonly { readonly thread: string; readonly text: string; readonly by: string }[];
  }
  const calls = async (name: Name): Promise<string[]> =>
    (await people[name].get<Calls>("/api/mentions")).mentions.map(({ text }) => text);
  const all = "@Samir Haddad, @Jan Novotny, @Olga Petrova and ada@Ines Prat: see @Mei Linden, @Mei Lin.";
  const made = await begin("eur2", null, all);
  const ours = await begin("eur", "EUR", all);
  const called = made.comments[0]?.mentions.map(({ person, from, to }) => [person, all.slice(from, to)]);
  expect(called).toEqual([
    ["arb", "@Samir Haddad"],
    ["eur2", "@Jan Novotny"],
    ["observer", "@Olga Petrova"],
    ["secretariat", "@Mei Lin"],
  ]);
  expect(ours.comments[0]?.mentions.map(({ person }) => person)).toEqual(["eur2"]);
  expect((await calls("arb")).filter((text) => text === all)).toHaveLength(1);
  // Nobody calls themselves: of the two, only Ada's.
  expect((await calls("eur2")).filter((text) => text === all)).toHaveLength(1);
  expect(await calls("commenter")).toEqual([]);
  const path = `${threads()}/${made.id}`;
  await people.arb.request("PUT", `${path}/seen`);
  expect(await calls("arb")).not.toContain(all);
  expect(await calls("observer")).toContain(all);
  await people.eur2.request("PUT", `${path}/comments/${made.comments[0]?.id ?? ""}`, { text: "Nobody, sorry." });
  expect(await calls("observer")).toEqual([]);
});

it("refuses what is too large, empty or not understood, with words", async () => {
  const send = async (body: unknown) => people.arb.request("POST", threads(), body);
  const good = { anchor: on, audience: null, text: "Hello" };
  for (const [body, status] of [
    [{ ...good, text: "x".repeat(5001) }, 400],
    [{ ...good, text: "x".repeat(300_000) }, 413],
    [{ ...good, text: " \n\0 " }, 400],
    [{ ...good, anchor: { on: "moon" } }, 400],
    [{ ...good, anchor: { ...on, more: 1 } }, 400],
    [
      { ...good, anchor: { on: "words", clause: "one", quote: "", prefix: "", suffix: "", start: null, end: null } },
      400,
    ],
    [{ ...good, audience: undefined }, 400],
  ] as const) {
    const response = await send(body);
    expect([JSON.stringify(body).slice(0, 80), response.status]).toEqual([JSON.stringify(body).slice(0, 80), status]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
  const markup = "<img src=x onerror=alert(1)> **bold** \ud800";
  const kept = await said<ThreadView>(await send({ ...good, text: markup }));
  expect(kept.comments[0]?.text).toBe("<img src=x onerror=alert(1)> **bold** \ufffd");
});

it("refuses comments that come too quickly, and takes them again later", async () => {
  let time = Date.now();
  const slow = await startTestServer({ clock: () => new Date(time) });
  const person = await slow.signIn("arb");
  const path = `/api/drafts/${slow.draft}/threads`;
  const send = async () => (await person.request("POST", path, { anchor: on, audience: null, text: "Hello" })).status;
  const statuses = [];
  for (let i = 0; i < 21; i++) statuses.push(await send());
  expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
  time += 2000;
  expect([await send(), await send()]).toEqual([200, 429]);
  await slow.close();
});

describe("moderation", () => {
  it.each(everybody)("takes others' comments out of open threads for chair and secretariat alone: %s", async (name) => {
    const thread = await begin("arb", null, "Off the subject");
    const path = `${threads()}/${thread.id}/comments/${thread.comments[0]?.id}/away`;
    const may = name === "chair" || name === "secretariat";
    expect(await statusOf(name, "PUT", path)).toBe(may ? 200 : 403);
    const { threads: left } = await people.eur.get<Talk>(threads());
    expect(left.some(({ id }) => id === thread.id)).toBe(!may);
  });

  it("does not reach into internal threads, and is in the audit log", async () => {
    const path = `${threads()}/${internal.id}/comments/${internal.comments[0]?.id}/away`;
    expect(await statusOf("chair", "PUT", path)).toBe(404);
    const log = await (await people.secretariat.request("GET", "/api/audit")).text();
    const acts = log.split("\n").filter((line) => line.includes('"take comment away"'));
    expect(acts.filter((line) => line.includes(`"${server.draft}"`)).length).toBeGreaterThan(1);
  });

  it.each(everybody)("a thread is hung elsewhere by who began it, the chair or the secretariat: %s", async (name) => {
    const thread = await begin("arb", null, "Where is this?");
    const anchor = { on: "clause", clause: "two" };
    const may = ["arb", "chair", "secretariat"].includes(name);
    expect(await statusOf(name, "PUT", `${threads()}/${thread.id}/anchor`, { anchor })).toBe(may ? 200 : 403);
    const { threads: read } = await people.eur.get<Talk>(threads());
    expect(read.find(({ id }) => id === thread.id)?.anchor).toEqual(may ? anchor : on);
  });
});
