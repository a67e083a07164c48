import { SAVED } from "@plenary/collab";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type LiveClient, connectClient, synced } from "./liveClient.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
let gate: { readonly taken: Promise<void>; readonly open: () => void } | null = null;
let take = (): void => {};
const clients: LiveClient[] = [];
beforeEach(async () => {
  server = await startTestServer({
    wrap: (store) => ({
      ...store,
      log: {
        ...store.log,
        async append(entries, alongside) {
          await passing();
          return store.log.append(entries, alongside);
        },
      },
    }),
  });
});
afterEach(async () => {
  gate?.open();
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

let passing = async (): Promise<void> => {};

/** Shuts the way to the disk: the next commit begins and does not end. */
function shut(): void {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: taken, resolve } = Promise.withResolvers<void>();
  take = resolve;
  passing = async () => {
    take();
    await opened;
  };
  gate = { taken, open };
}

async function join(person: string): Promise<LiveClient> {
  const ticket = await (await server.signIn(person)).ticket(server.draft);
  const client = connectClient(server.rooms, server.draft, ticket);
  clients.push(client);
  return client;
}

it("tells nobody by any way of what is not on disk yet", async () => {
  const [writer, reader] = [await join("eur"), await join("eur2")];
  await Promise.all([synced(writer), synced(reader)]);
  const person = await server.signIn("eur2");
  shut();
  writer.type("two", " UNSTORED");
  let saved = false;
  const acknowledged = writer.saved().then(() => (saved = true));
  await gate?.taken;
  const late = await join("eur");
  const answers: string[] = [];
  const at = `/api/drafts/${server.draft}`;
  const asked = [
    "/compare",
    "/at/current",
    "/compare?from=published&to=current",
    "/export?format=html&view=marked",
  ].map(async (path) => {
    const answer = await person.request("GET", `${at}${path}`);
    expect(answer.status).toBe(200);
    answers.push(await answer.text());
  });
  // Many turns of the server, in which it could have told.
  for (let turn = 0; turn < 50; turn += 1) expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  expect(saved).toBe(false);
  expect(reader.said("two")).not.toContain("UNSTORED");
  expect(late.said("two")).not.toContain("UNSTORED");
  expect(answers.join("\n")).not.toContain("UNSTORED");
  gate?.open();
  await Promise.all([acknowledged, ...asked]);
  await Promise.all([reader, late].map((one) => one.until(() => one.said("two").includes("UNSTORED"))));
});

it("says that something is saved to who asks alone: a stock client hears nothing that it does not know", async () => {
  const writer = await join("eur");
  await synced(writer);
  const ticket = await (await server.signIn("eur2")).ticket(server.draft);
  const stock = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
  const heard: number[] = [];
  stock.on("message", (data: Buffer) => heard.push(data[0] ?? -1));
  await once(stock, "open");
  stock.send(new Uint8Array([0, 0, 1, 0]));
  for (const words of [" A", " B"]) {
    writer.type("two", words);
    await writer.saved();
  }
  // The answer comes behind all that was to be said before.
  stock.send(new Uint8Array([SAVED, 7]));
  while (!heard.includes(SAVED)) await once(stock, "message");
  expect(heard.filter((type) => type === 0).length).toBeGreaterThan(2);
  // Sync, awareness, auth, a question for awareness: all that y-websocket 3.1 knows.
  expect(heard.filter((type) => type > 3)).toEqual([SAVED]);
  stock.terminate();
});
