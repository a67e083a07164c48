import { readRecord, readText, recordRoom, replaceText } from "@plenary/collab";
import { type Change, compare } from "@plenary/diff";
import { type Text, content, flatten } from "@plenary/document";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { startTestServer } from "../collaboration/testServer.ts";

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const [number, title, call, one] = published.clauses;
const above = [number!, title!, call!];
const joined: Text = {
  ...published,
  clauses: [...above, { ...one!, content: content("to build twelve bridges; to count them every year,") }],
};
const split: Text = {
  ...published,
  clauses: [
    ...above,
    { ...one!, content: content("to build ten bridges;") },
    { ...one!, id: crypto.randomUUID(), label: "2", content: content("to count them every year,") },
  ],
};

it("joins two clauses and splits one by decisions of the chair, and gives both back", async () => {
  const [chair, writer] = await Promise.all([server.signIn("chair"), server.signIn("eur")]);
  const ticket = await writer.ticket(server.draft);
  const live = connectClient(server.rooms, server.draft, ticket);
  const record = connectClient(server.rooms, recordRoom(server.draft), ticket);
  await Promise.all([synced(live), synced(record)]);
  const current = () => readText(live.doc, published);
  const agreed = () => readRecord(record.doc).agreed ?? published;
  const pending = () => compare(agreed(), current(), { ids: "trusted" }).changes;
  const said = (from: Text) => from.clauses.slice(3).map(({ content }) => flatten(content));
  const decide = async (kind: Change["kind"], verdict: "accept" | "reject") => {
    const change = pending().find((each) => each.kind === kind)!.id;
    const taken = readRecord(record.doc).decisions.length;
    const answer = await chair.request("POST", `/api/drafts/${server.draft}/decisions`, { change, verdict });
    expect(answer.status).toBe(200);
    await record.until(() => readRecord(record.doc).decisions.length > taken);
  };
  const write = async (text: Text) => {
    replaceText(live.doc, published, text);
    await live.saved();
  };

  await write(joined);
  expect(pending().map(({ kind }) => kind)).toEqual(["text", "merge"]);
  await decide("merge", "reject");
  await live.until(() => current().clauses.length === 5);
  expect(said(current())).toEqual(["to build twelve bridges;", "to count them every year,"]);
  await write(joined);
  await decide("merge", "accept");
  expect(said(agreed())).toEqual(["to build ten bridges; to count them every year,"]);
  expect(pending().map(({ kind }) => kind)).toEqual(["text"]);

  // What the chair joined, somebody splits again.
  await write(split);
  expect(pending().map(({ kind }) => kind)).toEqual(["split"]);
  await decide("split", "reject");
  await live.until(() => current().clauses.length === 4);
  expect(current()).toEqual(agreed());
  await write(split);
  await decide("split", "accept");
  expect(agreed()).toEqual(current());
  expect(said(agreed())).toEqual(["to build ten bridges;", "to count them every year,"]);
  expect(pending()).toEqual([]);

  live.close();
  record.close();
});
