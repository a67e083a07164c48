import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/sqliteStore.ts";
import type { Store } from "../store/store.ts";
import { type Deliverer, createDeliverer } from "./deliverer.ts";
import { type Outbox, createOutbox } from "./outbox.ts";
import { createPost } from "./post.ts";
import { type Webhooks, createWebhooks } from "./webhooks.ts";

/** A receiver: what came to it, and with which status it answers. */
interface Receiver {
  readonly url: string;
  readonly got: { path: string; id: string; body: string }[];
  status: number;
  readonly server: Server;
}

let folder: string;
let store: Store;
let now: number;
let outbox: Outbox;
let webhooks: Webhooks;
const reports: unknown[] = [];
const deliverers: Deliverer[] = [];
const receivers: Receiver[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plenary-webhooks-"));
  store = await openSqliteStore(join(folder, "plenary.db"));
  now = 1_800_000_000_000;
  const clock = (): Date => new Date(now);
  const ids = (): string => crypto.randomUUID();
  const person = { id: "mei", name: "Mei", group_code: null, role: "secretariat", place: 0 } as const;
  await store.db.insertInto("person").values(person).execute();
  outbox = createOutbox({ db: store.db, clock, ids, posted: () => {} });
  webhooks = createWebhooks({ db: store.db, commit: (given) => store.commit(given), toPrivate: true, clock, ids });
});
afterEach(async () => {
  for (const one of deliverers.splice(0)) await one.close();
  for (const { server } of receivers.splice(0)) server.close();
  await store.close();
  rmSync(folder, { recursive: true });
  if (reports.length > 0) throw new Error(`Reported: ${reports.splice(0).join(", ")}`);
});

function deliverer(toPrivate = true): Deliverer {
  const made = createDeliverer({
    tried: () => {},
    db: store.db,
    post: createPost(toPrivate),
    clock: () => new Date(now),
    report: (error) => reports.push(error),
  });
  deliverers.push(made);
  return made;
}

async function receive(): Promise<Receiver> {
  const got: Receiver["got"] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      got.push({ path: request.url ?? "", id: String(request.headers["webhook-id"]), body });
      response.writeHead(receiver.status, receiver.status === 302 ? { location: "/elsewhere" } : {}).end("thanks");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = { url: `http://127.0.0.1:${port}/hook`, got, status: 200, server };
  receivers.push(receiver);
  return receiver;
}

async function happens(draft: string, act = "open draft"): Promise<void> {
  now += 1;
  await store.commit(outbox.statements({ act, person: "mei", draft, detail: { text: "t1" } }));
}

async function hook(url: string): Promise<string> {
  const { id } = await webhooks.add({ url, events: ["draft.opened", "draft.opened"] }, "mei", () => []);
  return id;
}

it("delivers what the webhook wants to hear of, in order, once, and nothing else", async () => {
  const receiver = await receive();
  const id = await hook(receiver.url);
  await happens("one");
  await happens("one", "accept");
  await happens("one", "sign in");
  await happens("two");
  await deliverer().deliverDue();
  await deliverer().deliverDue();
  expect(receiver.got.map(({ body }) => JSON.parse(body))).toEqual(
    ["one", "two"].map((draft, i) => ({
      type: "draft.opened",
      timestamp: new Date(now - 3 * (1 - i)).toISOString(),
      data: { act: "open draft", person: "mei", draft, text: "t1" },
    })),
  );
  const delivered = { state: "delivered", attempts: 1, due: null, failure: null };
  expect(await webhooks.deliveries(id)).toMatchObject([delivered, delivered]);
});

it("is not told of an act whose transaction failed", async () => {
  const receiver = await receive();
  await hook(receiver.url);
  const fails = store.db
    .insertInto("webhook")
    .values({ id: "x", url: "", secret: "", enabled: 1, created_by: "nobody", created_at: 0 });
  await expect(
    store.commit([...outbox.statements({ act: "open draft", person: "mei", draft: "one" }), fails]),
  ).rejects.toThrow("refused");
  await deliverer().deliverDue();
  expect(receiver.got).toEqual([]);
});

it("tries again with growing waits, gives up after a day, and goes on when it is told to", async () => {
  const receiver = await receive();
  receiver.status = 503;
  const id = await hook(receiver.url);
  await happens("one");
  const one = deliverer();
  const begun = now;
  const waits: number[] = [];
  for (;;) {
    await one.deliverDue();
    const [delivery] = await webhooks.deliveries(id);
    if (delivery?.due === null || !delivery) break;
    expect(delivery).toMatchObject({ state: "waiting", failure: "HTTP 503", attempts: waits.length + 1 });
    waits.push(Date.parse(delivery.due) - now);
    const before = receiver.got.length;
    now += (waits.at(-1) ?? 0) - 1;
    await one.deliverDue();
    expect(receiver.got.length).toBe(before);
    now += 1;
  }
  expect(waits.slice(0, 6)).toEqual([5000, 15_000, 45_000, 135_000, 405_000, 1_215_000]);
  expect(receiver.got).toHaveLength(30);
  expect((now - begun) / 3_600_000).toBeGreaterThan(20);
  expect((now - begun) / 3_600_000).toBeLessThan(28);
  // Each attempt is of the same event: the receiver can tell.
  expect(new Set(receiver.got.map((each) => each.id)).size).toBe(1);
  expect(await webhooks.list()).toMatchObject([{ id, waiting: 0, givenUp: 1 }]);

  receiver.status = 204;
  const [delivery] = await webhooks.deliveries(id);
  await webhooks.again(id, delivery?.id ?? "");
  await one.deliverDue();
  expect(receiver.got).toHaveLength(31);
  expect(await webhooks.list()).toMatchObject([{ id, waiting: 0, givenUp: 0 }]);
  await expect(webhooks.again(id, delivery?.id ?? "")).rejects.toThrow("no such delivery");
});

it("keeps what waits for one webhook from holding up another", async () => {
  const [gone, well] = [await receive(), await receive()];
  const ids = [await hook(gone.url), await hook(well.url)];
  gone.server.close();
  await happens("one");
  await deliverer().deliverDue();
  expect(well.got).toHaveLength(1);
  const states = await Promise.all(ids.map(async (id) => (await webhooks.deliveries(id))[0]?.state));
  expect(states).toEqual(["waiting", "delivered"]);
});

it("sends each delivery from one node only, and again when the node that began it is gone", async () => {
  const receiver = await receive();
  const id = await hook(receiver.url);
  for (let i = 0; i < 20; i++) await happens(`draft ${i}`);
  await Promise.all(Array.from({ length: 4 }, () => deliverer().deliverDue()));
  // Who finds a delivery taken goes on with the next; what is left over then is due still.
  await deliverer().deliverDue();
  expect(receiver.got.map((each) => each.id).toSorted()).toEqual(
    [...new Set(receiver.got.map((each) => each.id))].toSorted(),
  );
  expect(receiver.got).toHaveLength(20);

  await happens("last");
  const stuck = createDeliverer({
    tried: () => {},
    db: store.db,
    post: (_url, _headers, _body, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("gone")))),
    clock: () => new Date(now),
    report: (error) => reports.push(error),
  });
  const begun = stuck.deliverDue();
  while ((await webhooks.deliveries(id))[0]?.due === new Date(now).toISOString());
  await stuck.close();
  await begun;
  await deliverer().deliverDue();
  expect(receiver.got).toHaveLength(20);
  now += 60_000;
  await deliverer().deliverDue();
  expect(receiver.got).toHaveLength(21);
});

it("follows no redirect", async () => {
  const receiver = await receive();
  receiver.status = 302;
  const id = await hook(receiver.url);
  await happens("one");
  await deliverer().deliverDue();
  expect(receiver.got.map(({ path }) => path)).toEqual(["/hook"]);
  expect(await webhooks.deliveries(id)).toMatchObject([{ state: "waiting", failure: "HTTP 302" }]);
});

it("sends nothing to addresses that are not public, by number or by name, unless the configuration allows it", async () => {
  const receiver = await receive();
  const { port } = new URL(receiver.url);
  const urls = [
    receiver.url,
    `http://localhost:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
  ];
  for (const url of urls) await hook(url);
  await happens("one");
  await deliverer(false).deliverDue();
  expect(receiver.got).toEqual([]);
  for (const { id } of await webhooks.list())
    expect((await webhooks.deliveries(id))[0]).toMatchObject({
      failure: "The address is not one of the public internet.",
    });
});

it("keeps nothing for a webhook that is off, and forgets one that is removed", async () => {
  const receiver = await receive();
  const id = await hook(receiver.url);
  await webhooks.enable(id, false, () => []);
  await happens("one");
  await webhooks.enable(id, true, () => []);
  await happens("two");
  expect(await webhooks.list()).toMatchObject([{ waiting: 1 }]);
  await webhooks.remove(id, () => []);
  await deliverer().deliverDue();
  expect(receiver.got).toEqual([]);
  expect(await webhooks.list()).toEqual([]);
  await expect(webhooks.deliveries(id)).rejects.toThrow("no such webhook");
});
