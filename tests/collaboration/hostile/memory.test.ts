import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type Writer, missing, openWriter, until } from "../../cluster/writer.ts";
import { type SignedIn, signIn } from "../testServer.ts";
import { bytes, question, updateMessage } from "./crafted.ts";
import { identityAttacks } from "./identityAttacks.ts";
import { closeOf } from "./scene.ts";
import { shapeAttacks } from "./shapeAttacks.ts";
import { type WatchedServer, startWatchedServer } from "./watchedServer.ts";

const MB = 1024 * 1024;
/** How many connections attack at once: a person may have five. */
const AT_ONCE = 4;
/** What the heap of a server at rest differs by from one moment to another, when it has no more to compile. */
const NOISE = MB;

let server: WatchedServer;
let draft: string;
let attacker: SignedIn;
let writers: Writer[];
let next = 1_000_000;

beforeAll(async () => {
  server = await startWatchedServer();
  const people = await Promise.all(
    ["clara-lindqvist", "mateo-ibarra", "helene-faure"].map((one) => signIn(server.origin, one)),
  );
  const [victim, bystander, third] = people;
  if (!victim || !bystander || !third) throw new Error("The sample has too few people.");
  attacker = third;
  const drafts = await victim.get<{ id: string; mayWrite: boolean }[]>("/api/drafts");
  draft = drafts.find(({ mayWrite }) => mayWrite)?.id ?? "";
  writers = [
    await openWriter(server.origin, victim, draft, "victim"),
    await openWriter(server.origin, bystander, draft, "bystander"),
  ];
});
afterAll(async () => {
  for (const writer of writers) writer.close();
  await server.close();
});

/** The victim writes, and everybody reads it. */
async function goesOn(): Promise<void> {
  for (const writer of writers) writer.write();
  await until(writers, () => writers.every(({ doc }) => missing(doc, writers).length === 0));
}

/** "I have nothing": the answer to what a room asks at the beginning. */
const nothing = bytes(0, 1, 2, 0, 0);

const presenceOf = (client: number, clock: number): Uint8Array => {
  const state = new TextEncoder().encode(JSON.stringify({ caret: "x".repeat(4000) }));
  const entry = new Uint8Array([...bytes(1, client, clock, state.length), ...state]);
  return new Uint8Array([...bytes(1, entry.length), ...entry]);
};

/** Sends the messages on a connection and waits until the server ends it. */
async function untilRefused(socket: WebSocket, messages: readonly Uint8Array[]): Promise<void> {
  const closed = closeOf(socket);
  for (const message of messages) socket.send(message);
  expect(await closed).not.toBe(1006);
}

/** Sends the messages on a connection, waits until they are taken, and is gone. */
async function untilTaken(socket: WebSocket, messages: readonly Uint8Array[]): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    socket.on("message", (data: Buffer) => data[0] === 102 && resolve());
  });
  for (const message of [...messages, bytes(102, 1)]) socket.send(message);
  await taken;
  const closed = closeOf(socket);
  socket.terminate();
  await closed;
}

const refused = (name: string, given = { ...shapeAttacks, ...identityAttacks }[name]?.make(new Y.Doc())) => {
  const message = updateMessage(given ?? new Uint8Array());
  return (socket: WebSocket) => untilRefused(socket, [nothing, message]);
};

const tooLarge = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.getXmlFragment("text").insert(0, [new Y.XmlText("x".repeat(MB))]);
  return Y.encodeStateAsUpdate(doc);
};

/** Attacks over so many connections, some at once. */
async function attacked(times: number, attack: (socket: WebSocket) => Promise<void>, atOnce: number): Promise<void> {
  let left = times;
  const ticket = await attacker.ticket(draft);
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const socket = new WebSocket(`${server.origin.replace("http", "ws")}/rooms/${draft}?token=${ticket}`);
      await once(socket, "open");
      await attack(socket);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, one));
}

/**
 * The attack goes on for so many connections: others work on, and the server holds no more than after a fifth of it.
 * It is read three times on the way, and the middle of what it grew by counts: what is left behind grows each time,
 * what is compiled does not.
 */
async function leavesNothing(times: number, attack: (socket: WebSocket) => Promise<void>, atOnce = AT_ONCE) {
  await attacked(times / 5, attack, atOnce);
  await goesOn();
  const grown: number[] = [];
  for (let before = await server.held(); grown.length < 3;) {
    await attacked(Math.ceil(times / 3), attack, atOnce);
    await goesOn();
    const after = await server.held();
    grown.push(after - before);
    before = after;
  }
  console.log(`${times} times: ${grown.map((bytes) => (bytes / MB).toFixed(2)).join(", ")} MB more than before`);
  expect(grown.toSorted((a, b) => a - b)[1]).toBeLessThan(NOISE);
}

it.each<[what: string, times: number, attack: (socket: WebSocket) => Promise<void>]>([
  ["updates that are too large", 400, refused("", tooLarge())],
  ["floods of client ids", 200, refused("a flood of client ids")],
  ["deletions of unknown clients", 1000, refused("deletions of unknown clients")],
  ["gaps that never close", 1500, refused("a gap")],
  [
    "gaps of who never says what it has",
    20,
    async (socket) => {
      const gap = updateMessage(bytes(1, 1, 77_777, 5, 0, 1, 0));
      for (let i = 0; i < 250; i += 1) socket.send(gap);
      expect(await closeOf(socket)).not.toBe(1006);
    },
  ],
  [
    "presence under ever new client ids",
    1500,
    (socket) => {
      const clients = [next++, next++, next++];
      const messages = [1, 2, 3].flatMap((clock) => clients.map((client) => presenceOf(client, clock)));
      return untilTaken(socket, [nothing, ...messages]);
    },
  ],
])("%s leave nothing behind in the server's memory, while others go on", (_, times, attack) =>
  leavesNothing(times, attack),
);

it("readers who do not read leave nothing behind in the server's memory, while others go on", async () => {
  const words = writers[0]?.doc.getXmlFragment("text").get(0);
  if (!(words instanceof Y.XmlElement) || !(words.firstChild instanceof Y.XmlText)) throw new Error("No words.");
  words.firstChild.insert(0, "x".repeat(500_000));
  await goesOn();
  const doesNotRead = async (socket: WebSocket): Promise<void> => {
    socket.pause();
    const before = await refusedReaders();
    for (let i = 0; i < 100; i += 1) socket.send(question);
    while ((await refusedReaders()) === before);
    const closed = closeOf(socket);
    socket.resume();
    expect(await closed).toBe(1006);
  };
  await leavesNothing(20, doesNotRead, 1);
});

async function refusedReaders(): Promise<number> {
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/plenary_refused_total\{reason="reader"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}
