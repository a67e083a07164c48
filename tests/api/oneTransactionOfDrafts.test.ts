import { type Store, openPostgresStore } from "@plenary/server";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "../cluster/postgresServer.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { done, refusing, rowsOf } from "./refusingStore.ts";

/** What the acts of these tests change. */
const changed = ["base_text", "draft", "doc_update", "decision", "decision_act", "version", "thread", "thread_comment"];

interface Sent {
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

function acts(kind: keyof typeof refusing, open?: () => Promise<Store>): void {
  let server: TestServer;
  beforeEach(async () => void (server = await startTestServer(open ? { open } : {})));
  afterEach(() => server.close());

  const send = async ({ who, method, path, body }: Sent): Promise<Response> =>
    (await server.signIn(who)).request(method, path, body);
  const at = (path: string): string => `/api/drafts/${server.draft}${path}`;
  const command = (body: object): Sent => ({ who: "eur", method: "POST", path: at("/commands"), body });
  async function decide(verdict: string): Promise<Sent> {
    const { changes } = await (await server.signIn("chair")).get<{ changes: { id: string }[] }>(at("/compare"));
    return { who: "chair", method: "POST", path: at("/decisions"), body: { change: changes[0]?.id, verdict } };
  }
  const named: Sent = { who: "eur", method: "POST", path: "", body: { name: "Before lunch" } };

  /** The acts: each gets ready and gives what does it. */
  const all: [act: string, ready: () => Promise<Sent>][] = [
    [
      "import",
      async () => {
        const source = "RESOLUTION 9 (Porto, 2023)\n\nLighthouses\n";
        return { who: "chair", method: "POST", path: "/api/texts", body: { name: "lights.txt", source } };
      },
    ],
    ["open draft", async () => ({ who: "arb", method: "POST", path: "/api/drafts", body: { text: "t2" } })],
    ["share draft", async () => ({ who: "eur2", method: "PUT", path: at("/shared"), body: { shared: false } })],
    ["rename draft", async () => ({ who: "eur2", method: "PUT", path: at("/number"), body: { number: "EUR/8/1" } })],
    ["suppress", async () => command({ command: "suppress", clause: "two" })],
    [
      "restore",
      async () => {
        await send(command({ command: "suppress", clause: "two" }));
        return command({ command: "restore", clause: "two" });
      },
    ],
    ["move", async () => command({ command: "move", clause: "two", before: "one" })],
    ["split", async () => command({ command: "split", clause: "one", at: 8, before: "to build", after: " twelve" })],
    ["merge", async () => command({ command: "merge", clause: "one", next: "two" })],
    ["accept", () => decide("accept")],
    ["reject", () => decide("reject")],
    [
      "undo",
      async () => {
        await send(await decide("accept"));
        const rows = await server.store.db.selectFrom("decision").select("id").execute();
        const decisions = rows.map(({ id }) => id);
        return { who: "chair", method: "POST", path: at("/decisions/undo"), body: { decisions } };
      },
    ],
    ["snapshot", async () => ({ ...named, path: at("/versions") })],
    [
      "rename version",
      async () => {
        await send({ ...named, path: at("/versions") });
        const { id } = await server.store.db.selectFrom("version").select("id").executeTakeFirstOrThrow();
        return { who: "eur", method: "PUT", path: at(`/versions/${id}`), body: { name: "After lunch" } };
      },
    ],
    [
      "take comment away",
      async () => {
        await server.store.db.updateTable("draft").set({ shared: 1 }).execute();
        const begun = { anchor: { on: "clause", clause: "two" }, audience: null, text: "Off the subject" };
        await send({ who: "arb", method: "POST", path: at("/threads"), body: begun });
        const row = server.store.db.selectFrom("thread_comment").select(["id", "thread"]);
        const { id, thread } = await row.executeTakeFirstOrThrow();
        return { who: "chair", method: "PUT", path: at(`/threads/${thread}/comments/${id}/away`), body: {} };
      },
    ],
  ];

  it.each(all)("%s is stored with its row in the audit log, or not at all", async (act, ready) => {
    const sent = await ready();
    const { store } = server;
    const before = await rowsOf(store, changed);
    const [make = "", drop = ""] = refusing[kind]("audit", `${done.audit} AND NEW.act <> 'sign in'`);
    const kept = async (): Promise<number> =>
      (await store.db.selectFrom("audit").select("detail").where("act", "=", act).execute()).filter(
        ({ detail }) => !detail.includes("refused"),
      ).length;
    await sql.raw(make).execute(store.db);
    const count = await kept();
    expect((await send(sent)).ok).toBe(false);
    expect(await rowsOf(store, changed)).toBe(before);
    expect(await kept()).toBe(count);
    await sql.raw(drop).execute(store.db);
    const answer = await send(sent);
    expect([answer.status, answer.ok ? "" : await answer.text()]).toEqual([200, ""]);
    expect(await rowsOf(store, changed)).not.toBe(before);
    expect(await kept()).toBe(count + 1);
  });
}

describe("on SQLite", () => {
  acts("sqlite");
});

describe.skipIf(noPostgres !== null)("on PostgreSQL", () => {
  let postgres: PostgresServer;
  let databases = 0;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.close());
  acts("postgres", async () => {
    databases += 1;
    const url = await postgres.createDatabase(`drafts_${databases}`);
    return openPostgresStore({ url, report: () => {} });
  });
});
