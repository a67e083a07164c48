import { closeCodes, readRecord, recordRoom } from "@plenary/collab";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { type LiveClient, connectClient, synced, wordsIn } from "./liveClient.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
const clients: LiveClient[] = [];
beforeEach(async () => void (server = await startTestServer()));
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

async function join(person: string, room = server.draft, doc = new Y.Doc()): Promise<LiveClient> {
  const client = connectClient(server.rooms, room, await (await server.signIn(person)).ticket(server.draft), doc);
  clients.push(client);
  await synced(client);
  return client;
}

it("lets two stock clients write in one draft", async () => {
  const [one, other] = [await join("eur"), await join("eur2")];
  expect(one.said("one")).toBe("to build twelve bridges;");
  one.type("one", " A");
  other.type("two", " B");
  await Promise.all([
    other.until(() => other.said("one").endsWith("A")),
    one.until(() => one.said("two").endsWith("B")),
  ]);
  expect(Y.encodeStateVector(one.doc)).toEqual(Y.encodeStateVector(other.doc));
});

it("has on disk what it calls saved", async () => {
  const client = await join("eur");
  for (const letter of "saved at once") client.type("two", letter);
  await client.saved();
  const logged = await server.store.log.load(server.draft);
  const doc = new Y.Doc();
  for (const update of [
    ...(logged?.snapshot ? [logged.snapshot] : []),
    ...(logged?.updates ?? []).map(({ data }) => data),
  ])
    Y.applyUpdate(doc, update);
  expect(wordsIn(doc)).toContain("saved at once");
});

it("merges what was written while the connection was down", async () => {
  const [one, other] = [await join("eur"), await join("eur2")];
  one.provider.disconnect();
  one.type("one", " offline");
  other.type("one", " online");
  await other.saved();
  one.provider.connect();
  await one.until(() => one.said("one").includes("online"));
  await other.until(() => other.said("one").includes("offline"));
  expect(one.said("one")).toBe(other.said("one"));
});

it("shows the record to everybody, live", async () => {
  const reader = await join("observer", recordRoom(server.draft));
  expect(readRecord(reader.doc).agreed?.clauses.length).toBe(5);
  const writer = await join("eur");
  expect(writer.said("one")).toContain("twelve");
  expect(readRecord(reader.doc).decisions).toEqual([]);
});

it("shows who is there, as who they are", async () => {
  const [one, other] = [await join("eur"), await join("observer")];
  const seen = () => other.provider.awareness.getStates().get(one.doc.clientID);
  const { promise, resolve } = Promise.withResolvers<void>();
  other.provider.awareness.on("change", () => {
    if (seen()?.["caret"] === 7) resolve();
  });
  one.provider.awareness.setLocalState({ user: { id: "chair", name: "Somebody else", color: "red" }, caret: 7 });
  await promise;
  expect(seen()?.["user"]).toEqual({
    id: "eur",
    name: "Ada Delgado",
    group: "EUR",
    role: "delegate",
    color: "#2f6fde",
  });

  const gone = Promise.withResolvers<void>();
  other.provider.awareness.on("change", () => {
    if (!seen()) gone.resolve();
  });
  one.provider.disconnect();
  await gone.promise;
});

it("has a stock client give up when it may not come in, and lets it come again when it may later", async () => {
  const person = await server.signIn("eur");
  const stranger = connectClient(server.rooms, server.draft, "forged");
  clients.push(stranger);
  const code = await new Promise<number>((resolve) => {
    stranger.provider.once("connection-close", (event) => resolve(event?.code ?? 0));
  });
  expect(code).toBe(closeCodes.badTicket);
  expect(stranger.provider.shouldConnect).toBe(false);
  // With a ticket of its own the same provider comes in.
  stranger.provider.params = { token: await person.ticket(server.draft) };
  stranger.provider.connect();
  await synced(stranger);
  // 1001 when a server stops is no such code: the client goes on trying.
  const gone = new Promise((resolve) => stranger.provider.once("connection-close", resolve));
  await server.restart();
  await gone;
  expect(stranger.provider.shouldConnect).toBe(true);
});
