import { closeCodes, textRoom } from "@plenary/collab";
import { type Act, type Reach, rights, roles } from "@plenary/server";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
/** A draft of Europe that is not shared. */
let kept: string;
beforeAll(async () => {
  server = await startTestServer();
  const people = roles.flatMap((role) => ["EUR", "ARB"].map((group) => ({ id: `${role}-${group}`, group, role })));
  const rows = people.map(({ id, group, role }, i) => ({ id, name: id, group_code: group, role, place: 100 + i }));
  await server.store.db.insertInto("person").values(rows).execute();
  const opened = await (await server.signIn("eur")).request("POST", "/api/drafts", { text: "t2" });
  ({ id: kept } = (await opened.json()) as { id: string });
});
afterAll(() => server.close());

/** A request that belongs to an act: `done` is the status when it may be done, `not` when it may not. */
interface Attempt {
  readonly method: string;
  readonly path: () => string;
  readonly body?: unknown;
  readonly done: number;
  readonly not: number;
}

const get = (path: () => string, not = 403): Attempt => ({ method: "GET", path, done: 200, not });
const send = (method: string, path: () => string, body: unknown, done = 200, not = 403): Attempt => ({
  method,
  path,
  body,
  done,
  not,
});
const seen = (draft: () => string): Attempt[] => [
  get(() => `/api/drafts/${draft()}`, 404),
  get(() => `/api/drafts/${draft()}/export?format=text&view=clean`, 404),
  get(() => `/api/drafts/${draft()}/authors`, 404),
  get(() => `/api/drafts/${draft()}/history`, 404),
  get(() => `/api/drafts/${draft()}/at/current`, 404),
  get(() => `/api/drafts/${draft()}/compare`, 404),
  get(() => `/api/drafts/${draft()}/compare/export?format=text`, 404),
  get(() => `/api/drafts/${draft()}/moments?at=1`, 404),
  get(() => `/api/drafts/${draft()}/threads`, 404),
  get(() => `/api/drafts/${draft()}/decisions`, 404),
  get(() => `/api/drafts/${draft()}/decisions/export?format=csv`, 404),
  send("POST", () => `/api/drafts/${draft()}/visit`, {}, 200, 404),
  send("POST", () => `/api/drafts/${draft()}/ticket`, {}, 200, 404),
];
const on = { on: "clause", clause: "one" };
const source = "RESOLUTION 9 (Porto, 2023)\n\nBridges\n";

/**
 * Every act by the requests that it is made of. What is done to a draft is done to one of Europe. A status of 404 or 409
 * when it may be done: it may, but there is nothing to do it to.
 */
const attempts: Record<Act, readonly Attempt[]> = {
  "read the library": [get(() => "/api/texts"), get(() => "/api/texts/t1"), get(() => "/api/texts/t1/merged")],
  "add base texts": [send("POST", () => "/api/texts", { name: "bridges.txt", source })],
  "see shared drafts": seen(() => server.draft),
  "see drafts that are not shared": seen(() => kept),
  "open drafts": [send("POST", () => "/api/drafts", { text: "t1", group: "EUR" })],
  "write drafts": [send("POST", () => `/api/drafts/${server.draft}/commands`, { command: "restore", clause: "two" })],
  "share drafts": [send("PUT", () => `/api/drafts/${server.draft}/shared`, { shared: true })],
  "number drafts": [send("PUT", () => `/api/drafts/${server.draft}/number`, { number: "EUR/7A1/1" })],
  "name versions": [send("PUT", () => `/api/drafts/${server.draft}/versions/none`, { name: "first" }, 404)],
  "write in open threads": [
    send("POST", () => `/api/drafts/${server.draft}/threads`, { anchor: on, audience: null, text: "Hello" }),
  ],
  "share in a group's threads": [
    send("POST", () => `/api/drafts/${server.draft}/threads`, { anchor: on, audience: "EUR", text: "Hello" }),
  ],
  "decide on changes": [
    send("POST", () => `/api/drafts/${server.draft}/decisions`, { change: "none", verdict: "accept" }, 409),
    send("POST", () => `/api/drafts/${server.draft}/decisions/undo`, { decisions: ["none"] }, 404),
  ],
  "look after people": [
    get(() => "/api/people"),
    send("POST", () => "/api/people/invitations", { name: "", role: "observer", group: null }),
    send("DELETE", () => "/api/people/invitations/none", undefined, 404),
    send("PATCH", () => "/api/people/none", { role: "observer", group: null }, 404),
    send("DELETE", () => "/api/people/none", undefined, 404),
    send("POST", () => "/api/people/none/password", {}, 404),
  ],
  "read the audit log": [get(() => "/api/audit")],
  "set up the conference": [
    send("PUT", () => "/api/conference", { name: "Test Conference" }),
    send("POST", () => "/api/conference/groups", { code: "EUR", name: "Europe" }, 409),
  ],
};

/** Whether somebody of that group may do it to what belongs to Europe. */
const allowed = (reach: Reach, group: string): boolean => reach === "all" || (reach === "own" && group === "EUR");

const cells = Object.entries(attempts).flatMap(([act, tries]) =>
  roles.flatMap((role) =>
    ["EUR", "ARB"].map((group) => {
      const reach: Reach = rights[act as Act][role];
      return { act: act as Act, role, group, tries, may: allowed(reach, group) };
    }),
  ),
);

describe("over HTTP", () => {
  it.each(cells)("$act: $role of $group: $may", async ({ role, group, tries, may }) => {
    const person = await server.signIn(`${role}-${group}`);
    for (const { method, path, body, done, not } of tries) {
      const answer = await person.request(method, path(), body);
      expect(answer.status, `${method} ${path()}`).toBe(may ? done : not);
      if (!answer.ok) expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  it.each(Object.entries(attempts))("%s: nobody who is not signed in", async (_act, tries) => {
    for (const { method, path, body } of tries) {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const headers = { "content-type": "application/json" };
      const answer = await fetch(server.origin + path(), { method, headers, ...sent });
      expect(answer.status, `${method} ${path()}`).toBe(401);
    }
  });

  it("a draft that is not for somebody is answered like one that is not there, and is in no list", async () => {
    for (const { role, group, may } of cells.filter(({ act }) => act === "see drafts that are not shared")) {
      const person = await server.signIn(`${role}-${group}`);
      const listed = (await person.get<{ id: string }[]>("/api/drafts")).map(({ id }) => id);
      expect(listed.includes(kept)).toBe(may);
      expect(listed).toContain(server.draft);
      if (may) continue;
      const [forbidden, unknown] = await Promise.all(
        [kept, "none"].map(async (id) => (await person.request("GET", `/api/drafts/${id}`)).text()),
      );
      expect(forbidden).toBe(unknown);
    }
  });
});

describe("over WebSocket", () => {
  const to = (act: Act) => cells.filter((cell) => cell.act === act);

  it.each(to("write drafts"))("write drafts: $role of $group: $may", async ({ role, group, may }) => {
    const ticket = await (await server.signIn(`${role}-${group}`)).ticket(server.draft);
    const client = connectClient(server.rooms, textRoom(server.draft), ticket);
    await synced(client);
    const closed = Promise.withResolvers<number>();
    client.provider.on("connection-close", (event) => closed.resolve(event?.code ?? 0));
    const before = await updates();
    client.type("two", ".");
    const outcome = await Promise.race([client.saved().then(() => "saved"), closed.promise]);
    expect(outcome).toBe(may ? "saved" : closeCodes.noAccess);
    expect(await updates()).toBe(before + Number(may));
    client.close();
  });

  it.each(to("see drafts that are not shared"))(
    "see drafts that are not shared: $role of $group: $may, even with a ticket from when it was shared",
    async ({ role, group, may }) => {
      const person = await server.signIn(`${role}-${group}`);
      const ticket = await whileShared(() => person.ticket(kept));
      for (const room of [kept, `${kept}.record`]) {
        const socket = new WebSocket(`${server.rooms}/${room}?token=${ticket}`);
        const closed = once(socket, "close").then(([code]) => Number(code));
        const said = once(socket, "message").then(([data]) => Buffer.from(data)[0]);
        // The first thing said is the server's question, or that the connection is refused.
        expect(await said).toBe(may ? 0 : 2);
        if (may) socket.close();
        expect(await closed).toBe(may ? 1005 : closeCodes.unknownDraft);
      }
    },
  );

  async function whileShared<T>(work: () => Promise<T>): Promise<T> {
    const chair: SignedIn = await server.signIn("chair-EUR");
    const share = async (shared: boolean): Promise<void> => {
      expect((await chair.request("PUT", `/api/drafts/${kept}/shared`, { shared })).status).toBe(200);
    };
    await share(true);
    const done = await work();
    await share(false);
    return done;
  }

  async function updates(): Promise<number> {
    return (await server.store.db.selectFrom("doc_update").select("seq").execute()).length;
  }
});
