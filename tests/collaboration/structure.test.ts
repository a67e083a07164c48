import { type StructureCommand, newId, readText } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type LiveClient, connectClient, synced } from "./liveClient.ts";
import { published } from "./testConference.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
const open: Writer[] = [];
beforeEach(async () => void (server = await startTestServer()));
afterEach(async () => {
  for (const { client } of open.splice(0)) client.close();
  await server.close();
});

/** A person on a stock connection to the real server. */
interface Writer {
  readonly client: LiveClient;
  /** The statuses of the answers to this person's commands. */
  readonly answers: number[];
  /** Has the server carry out a command; resolves when it has answered, whatever. */
  does(command: StructureCommand): Promise<void>;
}

async function writer(name: string): Promise<Writer> {
  const person = await server.signIn(name);
  const client = connectClient(server.rooms, server.draft, await person.ticket(server.draft));
  await synced(client);
  const answers: number[] = [];
  const does = async (command: StructureCommand): Promise<void> => {
    const { status } = await person.request("POST", `/api/drafts/${server.draft}/commands`, command);
    answers.push(status);
  };
  const made = { client, answers, does };
  open.push(made);
  return made;
}

const lines = ({ client }: Writer): string[] =>
  readText(client.doc, published).clauses.map(({ content }) => flatten(content));

/** Two people who have the same draft; the second is away from the server until {@link comeBack}. */
async function apart(): Promise<[Writer, Writer]> {
  const [a, b] = [await writer("eur"), await writer("eur2")];
  b.client.provider.disconnect();
  return [a, b];
}

/** Brings the second person back and waits until both have the same; gives what the clauses say. */
async function comeBack(a: Writer, b: Writer): Promise<string[]> {
  b.client.provider.connect();
  await synced(b.client);
  await b.client.saved();
  const state = ({ client }: Writer): string => Buffer.from(Y.encodeStateAsUpdate(client.doc)).toString("base64");
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (state(a) === state(b)) resolve();
  };
  for (const { client } of [a, b]) client.doc.on("update", look);
  look();
  await promise;
  expect(server.reports).toEqual([]);
  return lines(a);
}

const one = "to build twelve bridges;";
const two = "to count them every year,";
function split(at: number): StructureCommand {
  return { command: "split", clause: "one", at, before: one.slice(0, at), after: one.slice(at) };
}
const once = (said: readonly string[], part: string): void => {
  expect(said.join("\n").split(part)).toHaveLength(2);
};

describe("two people change the structure at once, through the server, and nothing is lost or doubled", () => {
  it("A splits and B types in the second half", async () => {
    const [a, b] = await apart();
    await a.does(split(8));
    b.client.type("one", " soon");
    const said = await comeBack(a, b);
    for (const part of ["to build", "twelve bridges;", " soon"]) once(said, part);
  });

  it("both split at the same place", async () => {
    const [a, b] = [await writer("eur"), await writer("eur2")];
    await Promise.all([a.does(split(8)), b.does(split(8))]);
    const said = await comeBack(a, b);
    expect(said.slice(3)).toEqual(["to build", "twelve bridges;", two]);
    expect([...a.answers, ...b.answers]).toEqual([200, 200]);
  });

  it("both split at different places", async () => {
    const [a, b] = [await writer("eur"), await writer("eur2")];
    await Promise.all([a.does(split(8)), b.does(split(15))]);
    const said = await comeBack(a, b);
    expect(said.slice(3)).toEqual(["to build", "twelve", "bridges;", two]);
  });

  it("A joins two clauses and B types in the second", async () => {
    const [a, b] = await apart();
    await a.does({ command: "merge", clause: "one", next: "two" });
    b.client.type("two", " at dawn");
    const said = await comeBack(a, b);
    expect(said[3]).toBe(`${one} ${two}`);
    for (const part of [one, two, " at dawn"]) once(said, part);
  });

  it("A moves a clause while B edits it", async () => {
    const [a, b] = await apart();
    await a.does({ command: "move", clause: "one", before: null });
    b.client.type("one", " soon");
    const said = await comeBack(a, b);
    for (const part of [one, two, " soon"]) once(said, part);
    expect(said.indexOf(one)).toBeGreaterThan(said.indexOf(two));
  });
});

describe("commands are refused, and nothing is changed,", () => {
  it.each(["observer", "commenter", "arb"])("of %s, who may not write there", async (name) => {
    const person = await server.signIn(name);
    const answer = await person.request("POST", `/api/drafts/${server.draft}/commands`, split(8));
    expect(answer.status).toBe(403);
  });

  it("that the text has moved on from", async () => {
    const a = await writer("eur");
    await a.does({ command: "split", clause: "one", at: 8, before: "to paint", after: " them" });
    await a.does({ command: "merge", clause: "one", next: "resolves" });
    await a.does({ command: "move", clause: newId(), before: null });
    expect(a.answers).toEqual([409, 409, 409]);
    expect(lines(a).slice(3)).toEqual([one, two]);
  });
});
