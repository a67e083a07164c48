import "./editing/pageGlobals.ts";
import { readRecord, readText, recordRoom } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everywhere } from "./editing/everywhere.ts";
import { type WirePaper, wirePaper } from "./editing/wirePaper.ts";
import { published } from "./testConference.ts";
import { type LiveClient, connectClient, synced } from "./liveClient.ts";
import { type SignedIn, type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
let chair: SignedIn;
let record: LiveClient;
let a: WirePaper;
let b: WirePaper;
beforeEach(async () => {
  server = await startTestServer();
  chair = await server.signIn("chair");
  record = connectClient(server.rooms, recordRoom(server.draft), await chair.ticket(server.draft));
  [a, b] = [await wirePaper(server, "eur"), await wirePaper(server, "eur2")];
  await synced(record);
});
afterEach(async () => {
  for (const person of [a, b]) person.close();
  record.close();
  await server.close();
});

const one = "to build twelve bridges;";
const two = "to count them every year,";
const added = "to paint them;";

/** What everybody has, from the clauses that are worked on. */
const met = async (): Promise<string[]> => (await everywhere(server, [a, b])).slice(3);

const post = async (path: string, body: unknown): Promise<void> => {
  const answer = await chair.request("POST", `/api/drafts/${server.draft}/decisions${path}`, body);
  expect([answer.status, await answer.json()]).toMatchObject([200, {}]);
};
const rejects = async (...inserted: string[]): Promise<void> => {
  const { changes } = compare(published, readText(a.client.doc, published), { ids: "trusted" });
  const chosen = changes.filter((change) => inserted.includes(change.inserted));
  expect(chosen).toHaveLength(inserted.length);
  const known = readRecord(record.doc).decisions.length;
  await post("", { changes: chosen.map(({ id }) => id), verdict: "reject" });
  await record.until(() => readRecord(record.doc).decisions.length > known);
};
const undoes = (): Promise<void> => {
  const { id } = readRecord(record.doc).decisions.at(-1)!;
  return post("/undo", { decisions: [id] });
};

/** A adds a clause, and B, away, types in it. */
const typedAway = async (): Promise<void> => {
  await a.does((paper) => {
    paper.caretBehind(one);
    paper.press("Enter");
    paper.type(added);
  });
  expect(await met()).toEqual([one, added, two]);
  b.leave();
  await b.does((paper) => {
    paper.caretBehind("to paint");
    paper.type(" and mend");
  });
};

describe("a chair rejects an added clause in which B types away from the server", () => {
  it("leaves B's words in a clause", async () => {
    await typedAway();
    await rejects(added);
    expect(a.shown()?.clauses).toHaveLength(5);
    await b.comeBack();
    expect(await met()).toEqual([one, " and mend", two]);
    await b.does(({ editor }) => editor.undo());
    expect(await met()).toEqual([one, two]);
  });

  it("has them in the clause that comes back when the decision is undone", async () => {
    await typedAway();
    await rejects(added);
    await undoes();
    await b.comeBack();
    expect(await met()).toEqual([one, ` and mend${added}`, two]);
  });

  it("has B's words left when the decision is undone after they came", async () => {
    await typedAway();
    await rejects(added);
    await b.comeBack();
    await met();
    await undoes();
    const said = await met();
    expect(said.join("\n").split(" and mend")).toHaveLength(2);
    expect(said).toContain(added);
  });

  it("and leaves no clause behind that anybody sees, when nobody typed", async () => {
    await a.does((paper) => {
      paper.caretBehind(one);
      paper.press("Enter");
      paper.type(added);
    });
    await met();
    await rejects(added);
    expect(await met()).toEqual([one, two]);
    await undoes();
    expect(await met()).toEqual([one, added, two]);
  });
});
