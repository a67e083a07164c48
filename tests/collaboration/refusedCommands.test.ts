import { newId, readText } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectClient, synced } from "./liveClient.ts";
import { published } from "./testConference.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

const split = { command: "split", clause: "one", at: 8, before: "to build", after: " twelve bridges;" };

describe("commands are refused, and nothing is changed,", () => {
  it.each(["observer", "commenter", "arb"])("of %s, who may not write there", async (name) => {
    const person = await server.signIn(name);
    const answer = await person.request("POST", `/api/drafts/${server.draft}/commands`, split);
    expect(answer.status).toBe(403);
  });

  it("that the text has moved on from", async () => {
    const person = await server.signIn("eur");
    const client = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
    await synced(client);
    for (const command of [
      { ...split, before: "to paint", after: " them" },
      { command: "merge", clause: "one", next: "resolves" },
      { command: "move", clause: newId(), before: null },
    ]) {
      const answer = await person.request("POST", `/api/drafts/${server.draft}/commands`, command);
      expect(answer.status).toBe(409);
    }
    const said = readText(client.doc, published).clauses.map(({ content }) => flatten(content));
    expect(said.slice(3)).toEqual(["to build twelve bridges;", "to count them every year,"]);
    client.close();
  });
});
