import { readRecord, readText, recordRoom } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { startTestServer } from "../collaboration/testServer.ts";

it("nobody decides on a label: when all else is accepted, nothing is pending and the agreed text is the current one", async () => {
  const server = await startTestServer();
  const [chair, writer] = await Promise.all([server.signIn("chair"), server.signIn("eur")]);
  const ticket = await writer.ticket(server.draft);
  const live = connectClient(server.rooms, server.draft, ticket);
  const record = connectClient(server.rooms, recordRoom(server.draft), ticket);
  await Promise.all([synced(live), synced(record)]);

  const suppress = { command: "suppress", clause: "one" };
  expect((await writer.request("POST", `/api/drafts/${server.draft}/commands`, suppress)).status).toBe(200);
  await live.until(() => readText(live.doc, published).clauses.at(-1)?.label === "1");
  const current = readText(live.doc, published);
  const agreed = () => readRecord(record.doc).agreed ?? published;
  const pending = () => compare(agreed(), current, { ids: "trusted" }).changes;
  expect(
    pending()
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(["label", "suppress"]);

  const change = pending().find(({ kind }) => kind === "suppress")?.id;
  const decided = await chair.request("POST", `/api/drafts/${server.draft}/decisions`, { change, verdict: "accept" });
  expect(decided.status).toBe(200);
  await record.until(() => readRecord(record.doc).decisions.length === 1);
  expect(pending()).toEqual([]);
  expect(agreed()).toEqual(current);

  live.close();
  record.close();
  await server.close();
});
