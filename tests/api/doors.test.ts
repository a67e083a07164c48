import { closeCodes, recordRoom } from "@plenary/collab";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { foreignWords, updateMessage } from "../collaboration/handMade.ts";
import { connectClient, synced, wordsIn } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
let now = new Date();
beforeEach(async () => void (server = await startTestServer({ clock: () => now })));
afterEach(() => server.close());

/** The code with which the server closes a connection; `send` is sent once it is open. */
async function closedWith(address: string, send?: Uint8Array): Promise<number> {
  const socket = new WebSocket(address);
  if (send) socket.on("open", () => socket.send(send));
  const [code] = await once(socket, "close");
  return Number(code);
}

async function statusOf(address: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(address, { headers });
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
  socket.on("open", () => resolve(101));
  socket.on("error", () => {});
  const status = await promise;
  socket.terminate();
  return status;
}

async function updates(): Promise<number> {
  return (await server.store.db.selectFrom("doc_update").select("seq").execute()).length;
}

describe("tickets", () => {
  it("none, forged, for another draft, too old, for a room that is not there: all are answered alike", async () => {
    const person = await server.signIn("arb");
    const { id: other } = (await (await person.request("POST", "/api/drafts", { text: "t2" })).json()) as {
      id: string;
    };
    const ticket = await person.ticket(other);
    const room = `${server.rooms}/${server.draft}`;
    for (const bad of [room, `${room}?token=x`, `${room}?token=${ticket}`, `${room}.record?token=${ticket}`])
      expect(await closedWith(bad)).toBe(closeCodes.badTicket);
    expect(await closedWith(`${server.rooms}/none?token=${ticket}`)).toBe(closeCodes.badTicket);
    expect(await closedWith(`${server.rooms}/..%2F${other}?token=${ticket}`)).toBe(closeCodes.badTicket);
    now = new Date(now.getTime() + 61_000);
    expect(await closedWith(`${server.rooms}/${other}?token=${ticket}`)).toBe(closeCodes.badTicket);
  });

  it("are not enough for a page of another site", async () => {
    const ticket = await (await server.signIn("eur")).ticket(server.draft);
    const room = `${server.rooms}/${server.draft}?token=${ticket}`;
    expect(await statusOf(room, { origin: "https://example.org" })).toBe(403);
    expect(await statusOf(room, { host: "example.org", origin: "http://example.org" })).toBe(403);
    expect(await statusOf(room, { origin: server.origin })).toBe(101);
    expect(await statusOf(`${server.origin.replace("http", "ws")}/elsewhere`, {})).toBe(404);
  });
});

describe("who may only read", () => {
  it.each(["observer", "commenter", "arb", "chair", "secretariat"])(
    "%s can't write by a hand-made message",
    async (id) => {
      const writer = await server.signIn("eur");
      const watcher = connectClient(server.rooms, server.draft, await writer.ticket(server.draft));
      await synced(watcher);
      const before = await updates();
      const ticket = await (await server.signIn(id)).ticket(server.draft);
      const room = `${server.rooms}/${server.draft}?token=${ticket}`;
      expect(await closedWith(room, updateMessage(foreignWords()))).toBe(closeCodes.noAccess);
      watcher.type("two", ".");
      await watcher.saved();
      expect(await updates()).toBe(before + 1);
      expect(wordsIn(watcher.doc)).not.toContain("mine");
      watcher.close();
    },
  );

  it("nobody writes the record, but everybody may stay in it with a stock client", async () => {
    const ticket = await (await server.signIn("eur")).ticket(server.draft);
    const room = `${server.rooms}/${recordRoom(server.draft)}?token=${ticket}`;
    expect(await closedWith(room, updateMessage(foreignWords()))).toBe(closeCodes.noAccess);
    const reader = connectClient(server.rooms, recordRoom(server.draft), ticket);
    await synced(reader);
    await reader.saved();
    expect(reader.provider.wsconnected).toBe(true);
    reader.close();
  });
});

describe("broken messages", () => {
  const messages = {
    "an unknown message": new Uint8Array([99]),
    "an update that is none": updateMessage(new Uint8Array([255, 255, 255, 255])),
    "a message that ends too early": new Uint8Array([0, 2, 100, 1]),
    "presence that is no JSON": new Uint8Array([1, 5, 1, 1, 1, 1, 120]),
    "an empty message": new Uint8Array(),
  };
  it.each(Object.entries(messages))("%s ends its connection and nobody else's", async (_, message) => {
    const ticket = await (await server.signIn("eur")).ticket(server.draft);
    const other = connectClient(server.rooms, server.draft, ticket);
    await synced(other);
    expect(await closedWith(`${server.rooms}/${server.draft}?token=${ticket}`, message)).toBe(closeCodes.badMessage);
    other.type("two", " still");
    await other.saved();
    expect(other.provider.wsconnected).toBe(true);
    other.close();
  });
});
