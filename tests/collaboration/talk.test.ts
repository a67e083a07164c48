import { TALK, recordRoom, textRoom } from "@plenary/collab";
import type { ThreadView } from "@plenary/server/api";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type TestServer, startTestServer } from "./testServer.ts";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

/** A bare connection that keeps every byte that the server sends to it. */
interface Listener {
  readonly frames: Buffer[];
  readonly socket: WebSocket;
  /** Resolves once a frame with these words has come. */
  hears(words: string): Promise<void>;
}

const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

async function listen(person: string, room = textRoom(server.draft), asks = true): Promise<Listener> {
  const ticket = await (await server.signIn(person)).ticket(server.draft);
  const socket = new WebSocket(`${server.rooms}/${room}?token=${ticket}`);
  open.push(socket);
  const frames: Buffer[] = [];
  let heard = (): void => {};
  socket.on("message", (data: Buffer) => {
    frames.push(data);
    heard();
  });
  await new Promise((resolve) => socket.once("message", resolve));
  if (asks) socket.send(new Uint8Array([TALK]));
  const hears = async (words: string): Promise<void> => {
    while (!frames.some((frame) => frame.includes(words)))
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
  };
  await answered(socket);
  return { frames, socket, hears };
}

/** Resolves when the server has taken everything sent before: it answers "saved?" in order. */
async function answered(socket: WebSocket): Promise<void> {
  const back = new Promise<void>((resolve) => {
    socket.on("message", function hear(data: Buffer) {
      if (data[0] !== 102) return;
      socket.off("message", hear);
      resolve();
    });
  });
  socket.send(new Uint8Array([102, 1]));
  await back;
}

it("a group's internal thread reaches nobody of another group by any way; an open one reaches everybody", async () => {
  const secret = "SECRET-FALLBACK-ELEVEN";
  const eur = await server.signIn("eur");
  const path = `/api/drafts/${server.draft}/threads`;
  const readers = await Promise.all(["eur", "eur2", "commenter"].map((name) => listen(name)));
  const others = await Promise.all(
    ["arb", "observer", "chair", "secretariat"].flatMap((name) => [
      listen(name),
      listen(name, recordRoom(server.draft)),
    ]),
  );
  const stock = await listen("eur", textRoom(server.draft), false);
  const before = new Map(
    await Promise.all(["arb", "chair"].map(async (name) => [name, await everything(name)] as const)),
  );

  const anchor = {
    on: "words",
    clause: "one",
    quote: secret,
    prefix: secret,
    suffix: secret,
    start: null,
    end: null,
  };
  const begun = await eur.request("POST", path, { anchor, audience: "EUR", text: `${secret} @Jan Novotny` });
  const thread = (await begun.json()) as ThreadView;
  const one = `${path}/${thread.id}`;
  const comment = `${one}/comments/${thread.comments[0]?.id ?? ""}`;
  await eur.request("POST", `${one}/comments`, { text: `${secret} again, @Samir Haddad` });
  await eur.request("PUT", comment, { text: `${secret} edited` });
  await eur.request("PUT", `${one}/resolved`, { resolved: true });
  for (const reader of readers) await reader.hears(`${secret} edited`);

  // What they may hear comes after it on the same wire: had they heard the other, it would be there by now.
  const said = "OPEN-TO-ALL";
  await eur.request("POST", path, { anchor: { on: "clause", clause: "one" }, audience: null, text: said });
  for (const [i, other] of others.entries()) if (i % 2 === 0) await other.hears(said);
  for (const reader of readers) await reader.hears(said);
  for (const other of others) await answered(other.socket);
  for (const { frames } of others) {
    const talked = frames.filter((frame) => frame[0] === TALK && frame.length > 1);
    expect(talked.length).toBeLessThanOrEqual(1);
    const wire = Buffer.concat(frames);
    for (const trace of [secret, thread.id]) expect(wire.includes(trace)).toBe(false);
  }
  await answered(stock.socket);
  expect(stock.frames.filter((frame) => frame[0] === TALK)).toEqual([]);

  for (const name of ["arb", "observer", "chair", "secretariat"]) {
    const all = await everything(name);
    for (const trace of [secret, thread.id, thread.comments[0]?.id ?? ""]) expect(all.includes(trace)).toBe(false);
  }
  // Only the open thread came to what they can read, nothing that counts the other.
  for (const [name, was] of before) {
    const person = await server.signIn(name);
    const opened = (await person.get<{ threads: ThreadView[] }>(path)).threads;
    expect(opened.map(({ comments }) => comments.map(({ text }) => text))).toEqual([[said]]);
    const now = await everything(name);
    expect(now.replace(JSON.stringify(opened), "[]")).toBe(was);
  }
});

it("no file that is taken out holds comments", async () => {
  const words = "COMMENT-IN-NO-FILE";
  const eur = await server.signIn("eur");
  await eur.request("POST", `/api/drafts/${server.draft}/threads`, {
    anchor: { on: "clause", clause: "one" },
    audience: "EUR",
    text: words,
  });
  for (const format of ["text", "markdown", "html", "docx"]) {
    const view = format === "text" ? "clean" : "marked";
    const response = await eur.request("GET", `/api/drafts/${server.draft}/export?format=${format}&view=${view}`);
    const file = Buffer.from(await response.arrayBuffer());
    expect([format, response.status, file.includes(words), file.includes("comments.xml")]).toEqual([
      format,
      200,
      false,
      false,
    ]);
  }
});

/** Everything that a person can read about the draft by HTTP. */
async function everything(name: string): Promise<string> {
  const person = await server.signIn(name);
  const paths = [
    "/api/drafts",
    `/api/drafts/${server.draft}`,
    `/api/drafts/${server.draft}/threads`,
    "/api/mentions",
    "/api/conference",
    "/api/texts/t1/merged",
    `/api/drafts/${server.draft}/export?format=markdown&view=marked`,
  ];
  const answers = await Promise.all(paths.map(async (path) => (await person.request("GET", path)).text()));
  return answers.join("\n");
}
