import type { LogEntry, LogStore, Store } from "@plenary/server";
import { expect, it } from "vitest";
import { connectClient, synced } from "./liveClient.ts";
import { startTestServer } from "./testServer.ts";

/** The store with some of its log's work done by others. */
function withLog(store: Store, log: Partial<LogStore>): Store {
  return { ...store, log: { ...store.log, ...log } };
}

/** Lets other work go first, a number of turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

it("loads a draft anew for who joins while it closes, 200 times", async () => {
  let round = 0;
  let loads = 0;
  const server = await startTestServer({
    wrap: (store) =>
      withLog(store, {
        load: async (doc) => {
          loads += 1;
          await turns(round % 7);
          const logged = await store.log.load(doc);
          await turns(round % 3);
          return logged;
        },
        append: async (entries, alongside) => {
          await turns(round % 5);
          return store.log.append(entries, alongside);
        },
        snapshot: async (...given) => {
          await turns(round % 11);
          return store.log.snapshot(...given);
        },
      }),
  });
  const person = await server.signIn("eur");
  let expected = "to count them every year,";
  for (round = 0; round < 200; round += 1) {
    if (round % 50 === 0) expect(server.reports).toEqual([]);
    const client = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
    await synced(client);
    expect(client.said("two")).toBe(expected);
    const letter = String.fromCodePoint(97 + (round % 26));
    client.type("two", letter);
    expected += letter;
    await client.saved();
    client.close();
  }
  expect(loads).toBeGreaterThan(50);
  expect(server.reports).toEqual([]);
  await server.close();
}, 60_000);

it("loses nothing when the store fails, and goes on when it works again", async () => {
  let failing = false;
  const server = await startTestServer({
    wrap: (store) =>
      withLog(store, {
        append: (entries: readonly LogEntry[], alongside) =>
          failing ? Promise.reject(new Error("disk full")) : store.log.append(entries, alongside),
      }),
  });
  const [one, other] = [await server.signIn("eur"), await server.signIn("eur2")];
  const writer = connectClient(server.rooms, server.draft, await one.ticket(server.draft));
  const reader = connectClient(server.rooms, server.draft, await other.ticket(server.draft));
  await Promise.all([synced(writer), synced(reader)]);
  failing = true;
  const closed = new Promise<number>((resolve) => {
    writer.provider.once("connection-close", (event: CloseEvent | null) => resolve(event?.code ?? 0));
  });
  writer.type("two", " kept");
  expect(await closed).toBe(1013);
  expect(reader.said("two")).not.toContain("kept");
  failing = false;
  await reader.until(() => reader.said("two").includes("kept"));
  await synced(writer);
  await writer.saved();
  expect(server.reports.map(String)).toContain("Error: disk full");
  writer.close();
  reader.close();
  await server.close();
});
