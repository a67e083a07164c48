import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { textRoom } from "@plenary/collab";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

const main = resolve(import.meta.dirname, "../../apps/cli/src/main.ts");
const run = promisify(execFile);

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

/** Runs `plenary ledger` while the server runs. */
async function ledger(...args: string[]): Promise<{ status: unknown; stdout: unknown }> {
  return run("node", [main, "ledger", ...args], { env: { ...process.env, DATA: server.folder } }).then(
    ({ stdout }) => ({ status: 0, stdout }),
    (error: unknown) => ({
      status: Reflect.get(Object(error), "code"),
      stdout: Reflect.get(Object(error), "stdout"),
    }),
  );
}

it("finds a ledger that is not the log's, and makes it anew, equal to the one that was led live", async () => {
  const { db } = server.store;
  const people = [await server.signIn("eur"), await server.signIn("eur2")];
  const [one, other] = await Promise.all(
    people.map(async (person) => {
      const client = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
      await synced(client);
      return client;
    }),
  );
  for (let i = 0; i < 40; i++) {
    const client = i % 3 === 0 ? other : one;
    client?.type(i % 2 === 0 ? "one" : "two", ` word${i}`);
    await client?.saved();
  }
  const authors = await people[0]?.get(`/api/drafts/${server.draft}/authors`);
  for (const client of [one, other]) client?.close();
  // What is open is kept beside the snapshots when it closes.
  await server.restart();
  const kept = async () =>
    (
      await db
        .selectFrom("doc_snapshot")
        .select("ledger")
        .where("doc", "=", textRoom(server.draft))
        .executeTakeFirstOrThrow()
    ).ledger;
  const live = await kept();
  expect(live).toContain("eur2");
  expect(await ledger()).toEqual({ status: 0, stdout: "1 ledgers, 0 not as the log gives it\n" });

  await db
    .updateTable("doc_snapshot")
    .set({ ledger: live!.replaceAll('"eur2"', '"chair"') })
    .execute();
  expect(await ledger()).toEqual({
    status: 1,
    stdout: "EUR/7A1/1: not as the log gives it\n1 ledgers, 1 not as the log gives it\n",
  });
  expect(await ledger("--rebuild")).toMatchObject({ status: 0, stdout: expect.stringContaining("EUR/7A1/1: rebuilt") });
  expect(await kept()).toBe(live);
  expect(await ledger()).toMatchObject({ status: 0 });
  const again = await server.signIn("eur");
  expect(await again.get(`/api/drafts/${server.draft}/authors`)).toEqual(authors);
});
