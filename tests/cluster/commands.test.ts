import { once } from "node:events";
import { createServer } from "node:http";
import { SAVED, closeCodes, readClauses } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type Text, flatten } from "@plenary/document";
import type { DeliveryView } from "@plenary/server/api";
import * as Y from "yjs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "./postgresServer.ts";
import { type TestCluster, refusals, startCluster } from "./testCluster.ts";
import { type Writer, openWriter, seeEachOther, until } from "./writer.ts";

describe.skipIf(noPostgres)(`commands on several nodes${noPostgres ? ` (${noPostgres})` : ""}`, () => {
  let server: PostgresServer;
  let cluster: TestCluster;
  const writers: Writer[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    const database = await server.createDatabase("commands");
    cluster = await startCluster([{ database }, { database }]);
  });
  afterEach(() => {
    for (const writer of writers.splice(0)) writer.close();
  });
  afterAll(async () => {
    await cluster.close();
    await server.close();
  });

  /** Resolves when the node has stored all that the writer wrote before. */
  async function saved({ provider }: Writer): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    provider.messageHandlers[SAVED] = () => resolve();
    provider.ws?.send(new Uint8Array([SAVED, 1]));
    await promise;
  }

  async function join(node: number, person: string, draft: string): Promise<Writer> {
    const origin = cluster.relays[node]?.origin ?? "";
    const writer = await openWriter(origin, await cluster.signIn(person, node), draft, `w${node}`);
    writers.push(writer);
    return writer;
  }

  it("are one after the other: of two moves of one clause at once, no clause is doubled", async () => {
    const [draft] = await cluster.drafts();
    const { id, delegate } = draft ?? { id: "", delegate: "" };
    const [one, other] = [await join(0, delegate, id), await join(1, delegate, id)];
    // A moved clause leaves an empty place behind, so that words typed there meanwhile are not lost.
    const ids = ({ doc }: Writer): string[] =>
      readClauses(doc).flatMap((clause) => (flatten(clause.content) === "" ? [] : [clause.id]));
    const before = ids(one);
    const [moved = "", early = "", later = ""] = [before.at(-2), before.at(2), before.at(5)];
    const answers = await Promise.all(
      [0, 1].map(async (node) =>
        (await cluster.signIn(delegate, node)).request("POST", `/api/drafts/${id}/commands`, {
          command: "move",
          clause: moved,
          before: node === 0 ? early : later,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await until([one, other], () => ids(one).join() === ids(other).join() && ids(one).join() !== before.join());
    expect(ids(one).toSorted()).toEqual(before.toSorted());
  });

  it("decide a change once, whichever nodes two people decide it on at the same moment", async () => {
    const [draft] = await cluster.drafts();
    const { id, delegate } = draft ?? { id: "", delegate: "" };
    const live = await join(0, delegate, id);
    const chair = await cluster.signIn("ines-arancibia", 0);
    const secretariat = await cluster.signIn("joseph-okello", 1);
    const { published } = await chair.get<{ published: Text }>(`/api/drafts/${id}`);
    const current = { ...published, clauses: readClauses(live.doc) };
    const [change] = compare(published, current, { ids: "trusted" }).changes;
    const decide = (person: typeof chair) =>
      person.request("POST", `/api/drafts/${id}/decisions`, { change: change?.id, verdict: "accept" });
    const answers = await Promise.all([decide(chair), decide(secretariat)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("are told to a webhook by one node, once each", async () => {
    const ids: string[] = [];
    let came = (): void => {};
    const receiver = createServer((request, response) => {
      ids.push(String(request.headers["webhook-id"]));
      response.end();
      came();
    }).listen(0, "127.0.0.1");
    await once(receiver, "listening");
    const url = `http://127.0.0.1:${Reflect.get(Object(receiver.address()), "port")}/`;
    const [one, other] = [await cluster.signIn("joseph-okello", 0), await cluster.signIn("joseph-okello", 1)];
    const made = await one.request("POST", "/api/webhooks", { url, events: ["version.named"] });
    const { id } = (await made.json()) as { id: string };
    const [draft] = await cluster.drafts();
    await Promise.all(
      Array.from({ length: 12 }, async (_, i) =>
        (i % 2 === 0 ? one : other).request("POST", `/api/drafts/${draft?.id}/versions`, { name: `told ${i}` }),
      ),
    );
    while (ids.length < 12) await new Promise<void>((resolve) => (came = resolve));
    expect(new Set(ids).size).toBe(12);
    const seen = await other.get<{ deliveries: DeliveryView[] }>(`/api/webhooks/${id}/deliveries`);
    expect(seen.deliveries.filter(({ attempts }) => attempts > 1)).toEqual([]);
    receiver.close();
  });

  it("leave the ledger as the log gives it, when people on two nodes delete the same words at the same moment", async () => {
    const [draft] = await cluster.drafts();
    const id = draft?.id ?? "";
    const [one, other] = [await join(0, "clara-lindqvist", id), await join(1, "helene-faure", id)];
    const first = ({ doc }: Writer): Y.XmlText => {
      const clause = doc.getXmlFragment("text").get(0);
      const words = clause instanceof Y.XmlElement ? clause.firstChild : null;
      if (!(words instanceof Y.XmlText)) throw new Error("The draft does not begin with words.");
      return words;
    };
    const before = first(one).length;
    const people = await Promise.all([0, 1].map((node) => cluster.signIn("ines-arancibia", node)));
    for (let round = 0; round < 8; round++) {
      for (const writer of [one, other]) first(writer).delete(0, 1);
      await until([one, other], () => [one, other].every((writer) => first(writer).length === before - round - 1));
      for (const writer of [one, other]) await saved(writer);
      // Answers ask the log first: both nodes have everything then.
      const [here, there] = await Promise.all(people.map((person) => person.get(`/api/drafts/${id}/authors`)));
      expect(here).toEqual(there);
    }
  });

  it("open one draft, whichever nodes two people of a group open it on at the same moment", async () => {
    const people = [await cluster.signIn("clara-lindqvist", 0), await cluster.signIn("helene-faure", 1)];
    const opened = await Promise.all(
      people.map((person) => person.request("POST", "/api/drafts", { text: "resolution-9" })),
    );
    const ids = await Promise.all(opened.map(async (answer) => Reflect.get(Object(await answer.json()), "id")));
    expect(opened.map(({ status }) => status)).toEqual([200, 200]);
    expect(ids[0]).toBe(ids[1]);
  });

  it("show who is there across nodes, as who they are, and take away who leaves", async () => {
    const [draft] = await cluster.drafts();
    const { id, delegate } = draft ?? { id: "", delegate: "" };
    const [one, other] = [await join(0, delegate, id), await join(1, "helene-faure", id)];
    await until([one, other], () => seeEachOther([one, other]));
    expect(one.provider.awareness.getStates().get(other.doc.clientID)).toMatchObject({ user: { id: "helene-faure" } });
    other.close();
    writers.pop();
    await until([one], () => seeEachOther([one]));
    expect(refusals(cluster)).toEqual([]);
  });

  it("send a person away from every node when what they may do changes", async () => {
    const [draft] = await cluster.drafts();
    const writer = await join(1, "mateo-ibarra", draft?.id ?? "");
    const closed = new Promise<number>((resolve) => {
      writer.provider.once("connection-close", (event: CloseEvent | null) => resolve(event?.code ?? 0));
    });
    const secretariat = await cluster.signIn("joseph-okello", 0);
    const change = { role: "observer", group: null };
    const answer = await secretariat.request("PATCH", "/api/people/mateo-ibarra", change);
    expect(answer.status).toBe(200);
    expect(await closed).toBe(closeCodes.badTicket);
  });
});
