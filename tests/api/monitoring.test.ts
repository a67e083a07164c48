import { createLogger } from "@plenary/server";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
afterEach(() => server.close());

/** The value of a metric; NaN when it is not there. */
function valueIn(metrics: string, name: string): number {
  const line = metrics.split("\n").find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

it("is healthy, and ready as long as its store answers", async () => {
  let broken = false;
  server = await startTestServer({
    wrap: (store) => ({
      ...store,
      db: new Proxy(store.db, {
        get(db, key) {
          if (broken && key === "getExecutor") throw new Error("The disk is gone.");
          const value: unknown = Reflect.get(db, key);
          return typeof value === "function" ? value.bind(db) : value;
        },
      }),
    }),
  });
  const status = async (path: string) => (await fetch(server.origin + path)).status;
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(200);
  broken = true;
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
  expect(String(server.reports.at(-1))).toContain("The disk is gone");
});

it("counts rooms, connections, commits, propagation and refusals", async () => {
  server = await startTestServer();
  const metrics = async () => (await fetch(`${server.origin}/metrics`)).text();
  const person = await server.signIn("eur");
  const ticket = await person.ticket(server.draft);
  const live = connectClient(server.rooms, server.draft, ticket);
  await synced(live);
  for (const words of [" one", " two", " three"]) {
    live.type("two", words);
    await live.saved();
  }
  expect(valueIn(await metrics(), "plenary_connections")).toBe(1);
  const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
  socket.on("open", () => socket.send(new Uint8Array([99])));
  await once(socket, "close");
  const told = await metrics();
  expect(valueIn(told, "plenary_rooms")).toBe(1);
  expect(valueIn(told, "plenary_propagation_seconds_count")).toBe(3);
  expect(valueIn(told, "plenary_commit_seconds_count")).toBeGreaterThanOrEqual(3);
  expect(valueIn(told, "plenary_commit_seconds_sum")).toBeGreaterThan(0);
  expect(valueIn(told, 'plenary_refused_total{reason="unknown"}')).toBe(1);
  live.close();
});

it("gives its metrics to this machine alone, or to who has the token", async () => {
  server = await startTestServer();
  const status = async (headers: Record<string, string>) =>
    (await fetch(`${server.origin}/metrics`, { headers })).status;
  expect(await status({})).toBe(200);
  expect(await status({ "x-forwarded-for": "203.0.113.7" })).toBe(403);
  await server.close();
  server = await startTestServer({ metricsToken: "0123456789abcdef" });
  expect(await status({})).toBe(403);
  expect(await status({ authorization: "Bearer 0123456789abcdee" })).toBe(403);
  expect(await status({ authorization: "Bearer 0123456789abcdef", "x-forwarded-for": "203.0.113.7" })).toBe(200);
});

it("logs requests and faults without texts, tickets and secrets", async () => {
  const lines: string[] = [];
  const logger = createLogger({ format: "json", clock: () => new Date(), write: (line) => void lines.push(line) });
  server = await startTestServer({ logger });
  const person = await server.signIn("eur");
  const cookie = (await person.request("POST", "/api/session", { person: "eur2" })).headers.getSetCookie()[0] ?? "";
  const ticket = await (await server.signIn("eur")).ticket(server.draft);
  const live = connectClient(server.rooms, server.draft, ticket);
  await synced(live);
  live.type("two", " lighthouses");
  await live.saved();
  live.close();
  const chair = await server.signIn("chair");
  await chair.request("POST", "/api/texts", { name: "lights.txt", source: "RESOLUTION 9\n\nLighthouses\n" });
  await chair.request("POST", "/api/texts?secret=1", { name: "lights.akn", source: "<Lighthouses" });
  const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
  socket.on("open", () => socket.send(new Uint8Array([0, 2, 2, 9, 9])));
  await once(socket, "close");
  const log = lines.join("");
  const routes = lines.flatMap((line) => (line.includes('"route"') ? [String(JSON.parse(line).route)] : []));
  expect(routes).toContain("/api/drafts/:id/ticket");
  expect(log).toContain("malformed");
  const [, session = "missing"] = /=([^;]+)/.exec(cookie) ?? [];
  for (const secret of [ticket, session, "ighthouses", "bridges", "secret=1"]) expect(log).not.toContain(secret);
});
