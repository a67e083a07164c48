import { createHmac } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeliveryView, WebhookView } from "@plenary/server/api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";

let now = 0;
let server: TestServer;
let receiver: Server;
let url: string;
const got: { headers: Record<string, unknown>; body: string }[] = [];
let came = (): void => {};
let secretariat: SignedIn;
let eur: SignedIn;
beforeAll(async () => {
  // No two acts at the same moment, so that they are told in their order.
  server = await startTestServer({
    webhooksToPrivate: true,
    clock: () => new Date((now = Math.max(now + 1, Date.now()))),
  });
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      response.end();
      came();
    });
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  [secretariat, eur] = [await server.signIn("secretariat"), await server.signIn("eur")];
});
afterAll(async () => {
  receiver.close();
  await server.close();
});

/** The deliveries so far, once there are so many. */
async function deliveries(count: number): Promise<Record<string, unknown>[]> {
  while (got.length < count) await new Promise<void>((resolve) => (came = resolve));
  return got.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

it("are told at once of what happened, signed, and without a word of any text", async () => {
  const events = [
    "draft.opened",
    "draft.shared",
    "decision.accepted",
    "version.named",
    "structure.changed",
    "text.added",
  ];
  const made = await secretariat.request("POST", "/api/webhooks", { url, events });
  const { id, secret } = (await made.json()) as { id: string; secret: string };
  const eur2 = await server.signIn("eur2");
  const opened = (await (await eur.request("POST", "/api/drafts", { text: "t2" })).json()) as { id: string };
  await eur2.request("PUT", `/api/drafts/${opened.id}/shared`, { shared: true });
  await eur.request("POST", `/api/drafts/${opened.id}/versions`, { name: "SECRET-NAME" });
  await eur.request("POST", `/api/drafts/${opened.id}/commands`, { command: "suppress", clause: "two" });
  await eur2.request("POST", "/api/texts", {
    name: "SECRET-FILE.txt",
    source: "SECRET-TITLE\n\nresolves\n\n1 SECRET-WORDS;",
  });
  const told = await deliveries(5);
  const about = (person: string, draft: string | null, act: string) => ({ act, person, draft });
  expect(told).toMatchObject([
    { type: "draft.opened", data: about("eur", opened.id, "open draft") },
    { type: "draft.shared", data: { ...about("eur2", opened.id, "share draft"), shared: true } },
    { type: "version.named", data: about("eur", opened.id, "snapshot") },
    { type: "structure.changed", data: { ...about("eur", opened.id, "suppress"), clause: "two" } },
    { type: "text.added", data: about("eur2", null, "import") },
  ]);
  expect(JSON.stringify(got)).not.toContain("SECRET");
  for (const { headers, body } of got) {
    const [messageId, time] = [String(headers["webhook-id"]), String(headers["webhook-timestamp"])];
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const signature = createHmac("sha256", key).update(`${messageId}.${time}.${body}`).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
    expect(Math.abs(Date.now() / 1000 - Number(time))).toBeLessThan(300);
  }
  const { webhooks } = await secretariat.get<{ webhooks: WebhookView[] }>("/api/webhooks");
  expect(webhooks).toMatchObject([{ id, url, events: expect.arrayContaining(events), enabled: true, givenUp: 0 }]);
  expect(JSON.stringify(webhooks)).not.toContain(secret);
});

it("are told nothing of what was refused, of a draft that was there already, or of what they did not ask for", async () => {
  const before = got.length;
  const observer = await server.signIn("observer");
  expect((await observer.request("POST", "/api/drafts", { text: "t1", group: "EUR" })).status).toBe(403);
  expect((await eur.request("POST", "/api/drafts", { text: "t2" })).status).toBe(200);
  await server.signIn("chair");
  // What is told later comes later.
  await eur.request("POST", `/api/drafts/${server.draft}/versions`, { name: "two" });
  expect((await deliveries(before + 1)).slice(before)).toMatchObject([{ type: "version.named" }]);
});

it("are for the secretariat alone, and each act on them is in the audit log without the secret", async () => {
  for (const person of ["eur", "eur2", "chair", "observer"]) {
    const other = await server.signIn(person);
    expect((await other.request("GET", "/api/webhooks")).status).toBe(403);
    expect((await other.request("POST", "/api/webhooks", { url, events: ["draft.opened"] })).status).toBe(403);
  }
  const made = await secretariat.request("POST", "/api/webhooks", { url, events: ["draft.opened"] });
  const { id, secret } = (await made.json()) as { id: string; secret: string };
  expect((await secretariat.request("PUT", `/api/webhooks/${id}/enabled`, { enabled: false })).status).toBe(200);
  expect(await secretariat.get<{ deliveries: DeliveryView[] }>(`/api/webhooks/${id}/deliveries`)).toEqual({
    deliveries: [],
  });
  expect((await secretariat.request("DELETE", `/api/webhooks/${id}`)).status).toBe(200);
  expect((await secretariat.request("DELETE", `/api/webhooks/${id}`)).status).toBe(404);
  const log = await (await secretariat.request("GET", "/api/audit")).text();
  for (const act of ["add webhook", "switch webhook", "remove webhook"]) expect(log).toContain(`"act":"${act}"`);
  expect(log).not.toContain(secret);
});

it("went without a fault", () => expect(server.reports).toEqual([]));

it.each(["ftp://example.org/", "http://user:word@example.org/", "javascript:alert(1)", "/hook", ""])(
  "are refused at %j",
  async (wrong) => {
    const answer = await secretariat.request("POST", "/api/webhooks", { url: wrong, events: ["draft.opened"] });
    expect(answer.status).toBe(400);
  },
);
