import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { SCHEMA, closeCodes } from "@plenary/collab";
import type { Limits } from "@plenary/server";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { bytes, question } from "./crafted.ts";
import { type Scene, closeOf, openScene } from "./scene.ts";

const { badMessage, badTicket, tryLater } = closeCodes;
const MB = 1024 * 1024;
let scene: Scene;
afterEach(() => scene.close());

async function open(limits?: Partial<Limits>): Promise<Scene> {
  return (scene = await openScene(limits));
}

/** The answer of a connection that was held to be alive: whatever it said before has been taken. */
async function answer(socket: WebSocket): Promise<void> {
  const echo = new Promise<void>((resolve) => {
    socket.on("message", (data: Buffer) => data[0] === 102 && resolve());
  });
  socket.send(bytes(102, 1));
  await echo;
}

/** The HTTP status with which an attempt to connect is turned away. */
async function statusOf(address: string): Promise<number> {
  const socket = new WebSocket(address);
  const [, response] = await once(socket, "unexpected-response");
  const { statusCode } = response as { statusCode: number };
  socket.on("error", () => {});
  socket.terminate();
  return statusCode;
}

/** "Who is there?", made as long as that. */
const long = (length: number): Uint8Array => new Uint8Array([3, ...new Uint8Array(length)]);

it("ends a connection that sends too fast; too much presence is only passed over", async () => {
  await open();
  const presence = bytes(1, 1, 0);
  const socket = await scene.connect();
  for (let i = 0; i < 200; i += 1) socket.send(presence);
  await answer(socket);
  expect(scene.server.refused.size).toBe(0);
  socket.terminate();
  expect(await scene.closedAfter(Array.from({ length: 600 }, () => question))).toBe(tryLater);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ rate: 1 });
  await scene.goesOn();
});

it("without a limit of messages takes a thousand", async () => {
  await open({ messages: { perSecond: 1e6, burst: 1e6 } });
  const socket = await scene.connect();
  for (let i = 0; i < 1000; i += 1) socket.send(question);
  await answer(socket);
  expect(scene.server.refused.size).toBe(0);
  socket.terminate();
});

it.each([
  ["takes 12 MB without a limit of bytes", { bytes: { perSecond: 1e9, burst: 1e9 } }, null],
  ["ends a connection that sends 12 MB at once", {}, tryLater],
])("%s", async (_, limits, code) => {
  await open(limits);
  const socket = await scene.connect();
  const closed = closeOf(socket);
  for (let i = 0; i < 12; i += 1) socket.send(long(MB));
  expect(await Promise.race([closed, answer(socket).then(() => null)])).toBe(code);
  expect([...scene.server.refused.keys()]).toEqual(code === null ? [] : ["rate"]);
  socket.terminate();
  await scene.goesOn();
});

it("takes no message above 4 MiB, and unpacks none", async () => {
  await open();
  const socket = await scene.connect();
  expect(socket.extensions).toBe("");
  const closed = closeOf(socket);
  socket.send(long(5 * MB));
  expect(await closed).toBe(1009);
  await scene.goesOn();
});

it("sends back no long question", async () => {
  await open();
  expect(await scene.closedAfter([new Uint8Array([102, ...new Uint8Array(MB)])])).toBe(badMessage);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ unknown: 1 });
  await scene.goesOn();
});

it("refuses presence of more than 4 KiB", async () => {
  await open();
  const state = new TextEncoder().encode(JSON.stringify({ caret: "é".repeat(2100) }));
  expect(state.length).toBeGreaterThan(4096);
  const entry = new Uint8Array([...bytes(1, 77_777, 1, state.length), ...state]);
  expect(await scene.closedAfter([new Uint8Array([...bytes(1, entry.length), ...entry])])).toBe(badMessage);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ presence: 1 });
  await scene.goesOn();
});

it("lets a person have a draft open five times, and again once one is closed; without a limit any number of times", async () => {
  await open({ windows: Infinity });
  const crowd = await Promise.all(Array.from({ length: 30 }, () => scene.connect()));
  await Promise.all(crowd.map(answer));
  await scene.close();

  await open();
  // The bystander is the first of the five.
  const sockets = await Promise.all(Array.from({ length: 4 }, () => scene.connect()));
  await Promise.all(sockets.map(answer));
  expect(await closeOf(await scene.connect())).toBe(tryLater);
  expect(scene.server.recorded).toMatchObject([{ reason: "windows", person: "eur2", connection: null }]);
  const closed = closeOf(sockets[0]!);
  sockets[0]!.close();
  await closed;
  await answer(await scene.connect());
  await scene.goesOn();
});

it("lets no more into a room than may be there", async () => {
  await open({ members: 3 });
  await answer(await scene.connect("observer"));
  expect(await closeOf(await scene.connect("chair"))).toBe(tryLater);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ members: 1 });
  await scene.goesOn();
});

it("gives an address no more than its connections", async () => {
  await open({ perAddress: 3 });
  await answer(await scene.connect("observer"));
  const ticket = await (await scene.server.signIn("chair")).ticket(scene.server.draft);
  expect(await statusOf(`${scene.server.rooms}/${scene.server.draft}?token=${ticket}`)).toBe(429);
  await scene.goesOn();
});

it("tells who tries without a ticket again and again no more than a status; who has one comes in", async () => {
  await open({ failures: { perSecond: 0, burst: 3 } });
  const address = `${scene.server.rooms}/${scene.server.draft}?token=none`;
  for (let i = 0; i < 3; i += 1) expect(await closeOf(new WebSocket(address))).toBe(badTicket);
  expect(await statusOf(address)).toBe(429);
  await answer(await scene.connect("observer"));
  await scene.goesOn();
});

it("waits ten seconds for the first word of a connection and for its headers, or as long as it is told", async () => {
  await open({ handshake: 400 });
  expect(await closeOf(await scene.connect())).toBe(tryLater);
  expect(scene.server.refused.get("silent")).toBe(1);
  const { port, hostname } = new URL(scene.server.origin);
  const slow = connectTcp(Number(port), hostname);
  const ended = once(slow, "close");
  slow.resume();
  slow.write("GET /rooms/x HTTP/1.1\r\nHost: x\r\n");
  await ended;
});

it("turns away who writes texts of another version", async () => {
  await open();
  await answer(await scene.connect("eur2", `&schema=${SCHEMA}`));
  expect(await closeOf(await scene.connect("eur2", `&schema=${SCHEMA + 1}`))).toBe(badMessage);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ version: 1 });
  await scene.goesOn();
});

it("lets a draft grow to its limit; words can still be taken out, and then others added", async () => {
  await open({ document: 30_000 });
  const { victim, bystander } = scene;
  const writer = await scene.join("eur2");
  writer.type("one", "x".repeat(20_000));
  await writer.saved();
  const closed = new Promise<number>((resolve) => {
    writer.provider.once("connection-close", (event: CloseEvent | null) => resolve(event?.code ?? 0));
  });
  writer.type("two", "y".repeat(20_000));
  expect(await closed).toBe(badMessage);
  expect(Object.fromEntries(scene.server.refused)).toEqual({ full: 1 });
  writer.close();
  await scene.goesOn();
  await victim.until(() => victim.said("one").length > 20_000);
  const end = victim.said("one").length;
  victim.erase("one", end - 20_000, 20_000);
  await bystander.until(() => bystander.said("one").length === end - 20_000);
  victim.type("one", "z".repeat(15_000));
  await victim.saved();
  await scene.goesOn();
});

it("cuts a reader off for whom too much waits", async () => {
  await open();
  const { victim, server } = scene;
  victim.type("two", "x".repeat(500_000));
  await victim.saved();
  const socket = await scene.connect();
  socket.pause();
  for (let i = 0; i < 100; i += 1) socket.send(question);
  while (!server.refused.has("reader")) await fetch(`${server.origin}/api/session`);
  const closed = closeOf(socket);
  socket.resume();
  expect(await closed).toBe(1006);
  expect(server.refused.get("reader")).toBe(1);
  await scene.goesOn();
});
