import { SAVED, closeCodes, recordRoom } from "@plenary/collab";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type LiveClient, connectClient, synced } from "../collaboration/liveClient.ts";
import { foreignWords, updateMessage } from "../collaboration/handMade.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
let secretariat: SignedIn;
beforeEach(async () => {
  server = await startTestServer();
  secretariat = await server.signIn("secretariat");
});
afterEach(() => server.close());

const closing = (client: LiveClient): Promise<number> =>
  new Promise((resolve) => {
    client.provider.on("connection-close", (event) => resolve(event?.code ?? 0));
  });

async function opened(person: SignedIn, room = server.draft): Promise<LiveClient> {
  const client = connectClient(server.rooms, room, await person.ticket(server.draft));
  await synced(client);
  return client;
}

const change = (id: string, role: string, group: string | null): Promise<Response> =>
  secretariat.request("PATCH", `/api/people/${id}`, { role, group });

it("a lowered role closes the person's connections, all of them and nobody else's, and the next ones only read", async () => {
  const eur = await server.signIn("eur");
  const clients = [await opened(eur), await opened(eur), await opened(eur, recordRoom(server.draft))];
  const other = await opened(await server.signIn("eur2"));
  const closed = clients.map(closing);
  expect((await change("eur", "observer", "EUR")).status).toBe(200);
  expect(await Promise.all(closed)).toEqual([4401, 4401, 4401]);
  for (const client of clients) client.close();

  const reader = await opened(eur);
  const refused = closing(reader);
  reader.type("two", "!");
  expect(await refused).toBe(closeCodes.noAccess);
  expect(await eur.get(`/api/drafts/${server.draft}`)).toMatchObject({ mayWrite: false });
  other.type("two", " still");
  await other.saved();
  expect(other.provider.wsconnected).toBe(true);
  expect(other.said("two")).not.toContain("!");
  for (const client of [reader, other]) client.close();
});

it("a raised role lets the next connection write", async () => {
  const arb = await server.signIn("arb");
  const before = await opened(arb);
  const closed = closing(before);
  await change("arb", "delegate", "EUR");
  expect(await closed).toBe(closeCodes.badTicket);
  before.close();
  const writer = await opened(arb);
  writer.type("two", " and so");
  await writer.saved();
  writer.close();
});

it("who is taken out is closed with 4403 and signed out of everything", async () => {
  const eur = await server.signIn("eur");
  const client = await opened(eur);
  const closed = closing(client);
  expect((await secretariat.request("DELETE", "/api/people/eur")).status).toBe(200);
  expect(await closed).toBe(closeCodes.noAccess);
  expect((await eur.request("POST", `/api/drafts/${server.draft}/ticket`)).status).toBe(401);
  client.close();
});

it("a draft that is taken back closes everybody's connections, and those of other groups find it no more", async () => {
  const [eur, arb] = [await server.signIn("eur"), await server.signIn("arb")];
  const clients = [await opened(eur), await opened(arb)];
  const closed = clients.map(closing);
  const coordinator = await server.signIn("eur2");
  await coordinator.request("PUT", `/api/drafts/${server.draft}/shared`, { shared: false });
  expect(await Promise.all(closed)).toEqual([4401, 4401]);
  expect((await arb.request("POST", `/api/drafts/${server.draft}/ticket`)).status).toBe(404);
  expect((await eur.request("POST", `/api/drafts/${server.draft}/ticket`)).status).toBe(200);
  for (const client of clients) client.close();
});

it("what changed behind the server's back is found when rights are read anew", async () => {
  const watchful = await startTestServer({ recheckMs: 50 });
  const eur = await watchful.signIn("eur");
  const clients = await Promise.all(
    [eur, await watchful.signIn("arb"), await watchful.signIn("eur2")].map(async (person) => {
      const client = connectClient(watchful.rooms, watchful.draft, await person.ticket(watchful.draft));
      await synced(client);
      return client;
    }),
  );
  const closed = clients.slice(0, 2).map(closing);
  const { db } = watchful.store;
  await db.updateTable("person").set({ role: "observer" }).where("id", "=", "eur").execute();
  await db.updateTable("person").set({ revoked_at: 1 }).where("id", "=", "arb").execute();
  expect(await Promise.all(closed)).toEqual([closeCodes.badTicket, closeCodes.noAccess]);
  expect(clients[2]?.provider.wsconnected).toBe(true);
  for (const client of clients) client.close();
  await watchful.close();
});

it("a role that is lowered while a connection is being let in is not missed", async () => {
  const eur = await server.signIn("eur");
  for (let i = 0; i < 20; i += 1) {
    await change("eur", "delegate", "EUR");
    const ticket = await eur.ticket(server.draft);
    const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
    const closed = once(socket, "close").then(([code]) => Number(code));
    const saved = new Promise((resolve) => {
      socket.on("message", (data: Buffer) => {
        if (data[0] === SAVED) resolve("saved");
      });
    });
    const open = once(socket, "open");
    await change("eur", "observer", "EUR");
    await open;
    // Let in before the change it is closed; let in after it, it may only read.
    if (socket.readyState === socket.OPEN) socket.send(updateMessage(foreignWords()));
    if (socket.readyState === socket.OPEN) socket.send(new Uint8Array([SAVED, 1]));
    expect([closeCodes.badTicket, closeCodes.noAccess]).toContain(await Promise.race([closed, saved]));
  }
});

it("a ticket may come as a protocol, which is not sent back", async () => {
  const ticket = await (await server.signIn("eur")).ticket(server.draft);
  const socket = new WebSocket(`${server.rooms}/${server.draft}`, ["plenary", `ticket.${ticket}`]);
  const said = once(socket, "message");
  await once(socket, "open");
  expect(socket.protocol).toBe("plenary");
  expect(Buffer.from((await said)[0])[0]).toBe(0);
  socket.close();
  const wrong = new WebSocket(`${server.rooms}/${server.draft}`, ["plenary", "ticket.x"]);
  expect((await once(wrong, "close"))[0]).toBe(closeCodes.badTicket);
});
