import { closeCodes, readClauses, suppressClause } from "@plenary/collab";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type LiveClient, connectClient, synced, wordsIn } from "./liveClient.ts";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
let victim: LiveClient;
let bystander: LiveClient;
beforeEach(async () => {
  server = await startTestServer();
  [victim, bystander] = [await join("eur"), await join("eur2")];
  victim.type("two", " begun");
  await bystander.until(() => bystander.said("two").endsWith(" begun"));
});
afterEach(async () => {
  victim.close();
  bystander.close();
  await server.close();
});

async function join(person: string, doc = new Y.Doc()): Promise<LiveClient> {
  const ticket = await (await server.signIn(person)).ticket(server.draft);
  const client = connectClient(server.rooms, server.draft, ticket, doc);
  await synced(client);
  return client;
}

/** A connection made by hand, of a person who may write. */
async function connect(person = "eur2"): Promise<WebSocket> {
  const ticket = await (await server.signIn(person)).ticket(server.draft);
  const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
  await once(socket, "open");
  return socket;
}

/** The code with which the server ends a connection that sends these messages. */
async function closedAfter(messages: readonly Uint8Array[], person?: string): Promise<number> {
  const socket = await connect(person);
  const closed = once(socket, "close");
  for (const message of messages) socket.send(message);
  const [code] = await closed;
  return Number(code);
}

async function goesOn(): Promise<void> {
  victim.type("two", " still");
  await Promise.all([victim.saved(), bystander.until(() => bystander.said("two").endsWith(" still"))]);
  expect(Y.encodeStateVector(victim.doc)).toEqual(Y.encodeStateVector(bystander.doc));
}

async function logged(): Promise<number> {
  return (await server.store.db.selectFrom("doc_update").select("seq").where("doc", "=", server.draft).execute())
    .length;
}

/** Numbers as they stand in an update. */
function bytes(...numbers: readonly number[]): Uint8Array {
  return new Uint8Array(
    numbers.flatMap((number) => {
      const out: number[] = [];
      for (let rest = number; ; rest = Math.floor(rest / 128)) {
        if (rest < 128) return [...out, rest];
        out.push((rest % 128) + 128);
      }
    }),
  );
}

const question = bytes(0, 0, 1, 0);
const updateMessage = (update: Uint8Array): Uint8Array => new Uint8Array([...bytes(0, 2, update.length), ...update]);

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** The update by which somebody who has the document changes it. */
function changed(doc: Y.Doc, change: (root: Y.XmlFragment, copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(doc);
  const before = Y.encodeStateVector(copy);
  const deletedBefore = Y.snapshot(copy);
  copy.transact(() => change(copy.getXmlFragment("text"), copy));
  expect(Y.equalSnapshots(deletedBefore, Y.snapshot(copy))).toBe(false);
  return Y.encodeStateAsUpdate(copy, before);
}

const indexOf = (root: Y.XmlFragment, id: string): number =>
  root.toArray().findIndex((node) => node instanceof Y.XmlElement && node.getAttribute("id") === id);

function elementOf(root: Y.XmlFragment, id: string): Y.XmlElement {
  const found = root.get(indexOf(root, id));
  if (!(found instanceof Y.XmlElement)) throw new Error(`There is no ${id}.`);
  return found;
}

/** What the victim writes next, as the plain document gets it. */
function writesNext(plain: Y.Doc): void {
  const writer = copyOf(victim.doc);
  writer.clientID = victim.doc.clientID;
  const before = Y.encodeStateVector(writer);
  const words = elementOf(writer.getXmlFragment("text"), "two").firstChild;
  if (!(words instanceof Y.XmlText)) throw new Error("The clause has no words.");
  words.insert(words.length, " next");
  Y.applyUpdate(plain, Y.encodeStateAsUpdate(writer, before));
}

const idsIn = (doc: Y.Doc): string[] => readClauses(doc).map(({ id }) => id);

interface Attack {
  readonly reason: string;
  readonly code: number;
  readonly make: (draft: Y.Doc) => Uint8Array;
  /** Shows on a document without a guard what the update does. */
  readonly works: (plain: Y.Doc, update: Uint8Array) => void;
}

const { badMessage, noAccess, tryLater } = closeCodes;
const clientClock = (doc: Y.Doc, client: number): number =>
  Y.decodeStateVector(Y.encodeStateVector(doc)).get(client) ?? 0;

const attacks: Record<string, Attack> = {
  "clock poisoning": {
    reason: "client",
    code: noAccess,
    make: (draft) => bytes(1, 1, victim.doc.clientID, clientClock(draft, victim.doc.clientID), 0, 1_000_000, 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      writesNext(plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
  "a forged author": {
    reason: "client",
    code: noAccess,
    make: (draft) =>
      changed(draft, (root, copy) => {
        copy.clientID = victim.doc.clientID;
        root.insert(0, [new Y.XmlText("never said")]);
      }),
    works(plain, update) {
      const before = clientClock(plain, victim.doc.clientID);
      Y.applyUpdate(plain, update);
      expect(clientClock(plain, victim.doc.clientID)).toBeGreaterThan(before);
    },
  },
  "deletions ahead of the clock": {
    reason: "deletion",
    code: badMessage,
    make: (draft) => bytes(0, 1, victim.doc.clientID, 1, clientClock(draft, victim.doc.clientID), 1000),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      writesNext(plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
  "deletions of unknown clients": {
    reason: "deletion",
    code: badMessage,
    make: () => bytes(0, 1000, ...Array.from({ length: 1000 }, (_, i) => [7_000_000 + i, 1, 0, 1]).flat()),
    works(plain, update) {
      const before = Y.encodeStateAsUpdate(plain).length;
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(before + 5000);
    },
  },
  "a gap": {
    reason: "gap",
    code: tryLater,
    make: () => bytes(1, 1, 77_777, 5, 0, 1, 0),
    works(plain, update) {
      const before = Y.encodeStateAsUpdate(plain).length;
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(before);
    },
  },
  "a parent that nobody has": {
    reason: "gap",
    code: tryLater,
    // An element (7, of the type 6) below the item 5 of the client 99.
    make: () => bytes(1, 1, 77_777, 0, 7, 0, 99, 5, 6, 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
    },
  },
  "a flood of client ids": {
    reason: "clients",
    code: tryLater,
    make: () => bytes(20_000, ...Array.from({ length: 20_000 }, (_, i) => [1, 7_000_000 + i, 0, 0, 1]).flat(), 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateVector(plain).length).toBeGreaterThan(90_000);
    },
  },
  "a flood of structs": {
    reason: "structs",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) =>
        root.insert(
          0,
          Array.from({ length: 60_000 }, () => new Y.XmlText()),
        ),
      ),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").length).toBeGreaterThan(60_000);
    },
  },
  "too many words at once": {
    reason: "size",
    code: tryLater,
    make: (draft) => changed(draft, (root) => root.insert(0, [new Y.XmlText("x".repeat(1024 * 1024))])),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(1024 * 1024);
    },
  },
  "bytes that are no update": {
    reason: "malformed",
    code: badMessage,
    make: () => bytes(1, 3, 77_777, 0, 132, 5),
    works: (plain, update) => expect(() => Y.applyUpdate(plain, update)).toThrow(Error),
  },
  "two blocks of one client": {
    reason: "malformed",
    code: badMessage,
    make: () => bytes(2, 1, 77_777, 0, 0, 1, 1, 77_777, 5, 0, 1, 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
    },
  },
  "an update that throws half-way": {
    reason: "gap",
    code: tryLater,
    // Words below the root "text", then a letter behind something of the same client that is still to come.
    make: () =>
      new Uint8Array([
        ...bytes(1, 2, 77_777, 0, 7, 1, 4, 116, 101, 120, 116, 6),
        132,
        ...bytes(77_777, 1000, 1, 97, 0),
      ]),
    works(plain, update) {
      expect(() => Y.applyUpdate(plain, update)).toThrow(Error);
      expect(clientClock(plain, 77_777)).toBe(1);
    },
  },
  "another root": {
    reason: "schema",
    code: badMessage,
    make: (draft) => changed(draft, (_, copy) => copy.getMap("elsewhere").set("kept", "for ever")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getMap("elsewhere").get("kept")).toBe("for ever");
      expect(() => plain.getText("elsewhere")).toThrow("already been defined");
    },
  },
  "the root as another type": {
    reason: "schema",
    code: badMessage,
    make() {
      const doc = new Y.Doc();
      doc.getMap("text").set("kept", "for ever");
      return Y.encodeStateAsUpdate(doc);
    },
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(copyOf(plain).getMap("text").get("kept")).toBe("for ever");
    },
  },
  "an object among the words": {
    reason: "schema",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const words = elementOf(root, "two").firstChild;
        if (words instanceof Y.XmlText) words.insertEmbed(0, { not: "words" });
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").toJSON()).toContain("[object Object]");
    },
  },
  "a base id changed": {
    reason: "base id",
    code: badMessage,
    make: (draft) => changed(draft, (root) => elementOf(root, "one").setAttribute("id", "other")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain)).not.toContain("one");
    },
  },
  "a base id taken away": {
    reason: "base id",
    code: badMessage,
    make: (draft) => changed(draft, (root) => elementOf(root, "one").removeAttribute("id")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain)).not.toContain("one");
    },
  },
  "a base id doubled": {
    reason: "base id",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const double = new Y.XmlElement("clause");
        double.setAttribute("id", "one");
        root.insert(0, [double]);
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain).filter((id) => id === "one").length).toBe(2);
    },
  },
  "a base clause removed": {
    reason: "base clause",
    code: badMessage,
    make: (draft) => changed(draft, (root) => root.delete(indexOf(root, "two"), 1)),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      writesNext(plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
};

it.each(Object.entries(attacks))("%s works on plain Yjs and is refused here", async (_, attack) => {
  const update = attack.make(victim.doc);
  attack.works(copyOf(victim.doc), update);
  const before = await logged();
  expect(await closedAfter([updateMessage(update)])).toBe(attack.code);
  expect(Object.fromEntries(server.refused)).toEqual({ [attack.reason]: 1 });
  expect(String(server.reports)).toBe(
    `Error: Refused (${attack.reason}): a message of eur2 in the room ${server.draft}.`,
  );
  await goesOn();
  expect(await logged()).toBe(before + 1);
});

it("clock poisoning of who is there and has not written yet is refused", async () => {
  const silent = await join("eur");
  silent.provider.awareness.setLocalStateField("caret", 1);
  const shown = (): boolean => bystander.provider.awareness.getStates().has(silent.doc.clientID);
  while (!shown()) await new Promise<void>((resolve) => bystander.provider.awareness.once("change", () => resolve()));
  expect(await closedAfter([updateMessage(bytes(1, 1, silent.doc.clientID, 0, 0, 1_000_000, 0))])).toBe(noAccess);
  silent.type("one", " spoken");
  await Promise.all([silent.saved(), bystander.until(() => bystander.said("one").endsWith(" spoken"))]);
  silent.close();
});

it("knows whose a client id is after the room was closed and loaded anew", async () => {
  const client = victim.doc.clientID;
  const poison = bytes(1, 1, client, clientClock(victim.doc, client), 0, 1_000_000, 0);
  victim.provider.disconnect();
  bystander.provider.disconnect();
  expect(await closedAfter([updateMessage(poison)])).toBe(noAccess);
  victim.provider.connect();
  bystander.provider.connect();
  await Promise.all([synced(victim), synced(bystander)]);
  await goesOn();
});

it("lets a person suppress a clause, remove an added one, and work on under an old client id", async () => {
  suppressClause(bystander.doc, "one");
  const added = new Y.XmlElement("clause");
  added.setAttribute("id", "add-1");
  const root = bystander.doc.getXmlFragment("text");
  root.insert(root.length, [added]);
  root.delete(root.length - 1, 1);
  await Promise.all([bystander.saved(), victim.until(() => victim.said("one") === "")]);
  const elsewhere = await join("eur2", copyOf(bystander.doc));
  elsewhere.type("two", " elsewhere");
  await elsewhere.saved();
  elsewhere.close();
  await bystander.until(() => bystander.said("two").endsWith(" elsewhere"));
  await victim.until(() => victim.said("two").endsWith(" elsewhere"));
  await goesOn();
  expect(server.reports).toEqual([]);
});

it("ends a connection that sends too fast; too much presence is only passed over", async () => {
  const presence = bytes(1, 1, 0);
  const socket = await connect();
  for (let i = 0; i < 200; i += 1) socket.send(presence);
  const answered = once(socket, "message");
  socket.send(question);
  await answered;
  expect(server.refused.size).toBe(0);
  socket.terminate();
  expect(await closedAfter(Array.from({ length: 600 }, () => question))).toBe(tryLater);
  expect(Object.fromEntries(server.refused)).toEqual({ rate: 1 });
  await goesOn();
});

it("cuts a reader off for whom too much waits", async () => {
  victim.type("two", "x".repeat(500_000));
  await victim.saved();
  const socket = await connect();
  socket.pause();
  for (let i = 0; i < 100; i += 1) socket.send(question);
  while (!server.refused.has("reader")) await fetch(`${server.origin}/api/session`);
  const closed = once(socket, "close");
  socket.resume();
  const [code] = await closed;
  expect(code).toBe(1006);
  expect(server.refused.get("reader")).toBe(1);
  await goesOn();
});
