import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { signIn } from "../collaboration/testServer.ts";

const root = join(import.meta.dirname, "../..");

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

interface Told {
  readonly name: string;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** The spans, or the metrics, in the bodies that came to a path: all objects with a name below `key`. */
function told(bodies: readonly string[], key: "spans" | "metrics"): Told[] {
  const found: Told[] = [];
  for (const body of bodies)
    JSON.parse(body, (at, value: unknown) => {
      if (at === key && Array.isArray(value)) found.push(...(value as Told[]));
      return value;
    });
  return found;
}

it("tells a collector of requests, commits, joins and counts, without texts, tickets or cookies", async () => {
  const data = mkdtempSync(join(tmpdir(), "plenary-telemetry-"));
  const got: Record<string, string[]> = { "/v1/traces": [], "/v1/metrics": [] };
  const collector = createServer((request, response) => {
    const take = async (): Promise<void> => {
      got[request.url ?? ""]?.push(await bodyOf(request));
      response.setHeader("content-type", "application/json").end("{}");
    };
    void take();
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const endpoint = `http://127.0.0.1:${Reflect.get(Object(collector.address()), "port")}/`;
  const child = spawn("node", ["packages/server/src/main.ts"], {
    cwd: root,
    env: { ...process.env, DATA: data, PORT: "0", HOST: "127.0.0.1", DEMO: "1", OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    stdio: "pipe",
  });
  const ended = once(child, "exit");
  let said = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => (said += String(chunk)));
    child.stdout.on("data", (chunk: Buffer) => {
      said += String(chunk);
      const at = /Plenary is at (\S+)\//.exec(said)?.[1];
      if (at !== undefined) resolve(at);
    });
    child.once("exit", () => reject(new Error(said)));
  });

  const person = await signIn(origin, "clara-lindqvist");
  const [draft] = await person.get<{ id: string; mayWrite: boolean }[]>("/api/drafts");
  const id = draft?.id ?? "";
  await person.request("PUT", `/api/drafts/${id}/number`, { number: "SECRET-NUMBER" });
  const clauses = (await person.get<{ published: { clauses: { id: string }[] } }>(`/api/drafts/${id}`)).published
    .clauses;
  // Two requests of two traces at once, whose updates may be one commit; and one that its caller does not want told.
  const callers = ["1", "2", "3"].map((digit) => ({ trace: digit.repeat(32), span: digit.repeat(16) }));
  const done = await Promise.all(
    callers.map(({ trace, span }, i) =>
      person.request(
        "POST",
        `/api/drafts/${id}/commands`,
        { command: "suppress", clause: clauses.at(-2 - i)?.id ?? "" },
        { traceparent: `00-${trace}-${span}-0${i === 2 ? 0 : 1}` },
      ),
    ),
  );
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200]);
  const ticket = await person.ticket(id);
  const joiner = { trace: "4".repeat(32), span: "4".repeat(16) };
  const joining = new WebSocket(`${origin.replace("http", "ws")}/rooms/${id}?token=${ticket}`, {
    headers: { traceparent: `00-${joiner.trace}-${joiner.span}-01` },
  });
  await once(joining, "message");
  joining.close();
  const live = connectClient(origin.replace("http", "ws") + "/rooms", id, ticket);
  await synced(live);
  live.type(clauses.at(-1)?.id ?? "", "SECRET-WORDS");
  await live.saved();
  live.close();
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  collector.close();
  rmSync(data, { recursive: true });

  const traces = got["/v1/traces"] ?? [];
  const spans = told(traces, "spans");
  const attributes = (name: string) =>
    spans
      .filter((span) => span.name === name)
      .map(({ attributes: given = [] }) =>
        Object.fromEntries(given.map(({ key, value }) => [key, Object.values(value)[0]])),
      );
  expect(attributes("request")).toContainEqual({
    "http.request.method": "POST",
    "http.route": "/api/drafts/:id/ticket",
    "http.response.status_code": 200,
  });
  expect(attributes("commit")).toContainEqual({ "plenary.updates": 1 });
  expect(attributes("room join")).toContainEqual({ "plenary.found": true });
  for (const { trace, span } of callers.slice(0, 2)) {
    const [request, ...others] = spans.filter(({ traceId, name }) => traceId === trace && name === "request");
    expect(others).toEqual([]);
    expect(request?.parentSpanId).toBe(span);
    const below = (parent: string | undefined, name: string) =>
      spans.filter((one) => one.traceId === trace && one.parentSpanId === parent && one.name === name);
    const [command] = below(request?.spanId, "room command");
    expect(below(command?.spanId, "commit").length).toBe(1);
    // The chain of the audit log.
    expect(below(request?.spanId, "commit").length).toBeGreaterThan(0);
  }
  expect(spans.filter(({ traceId }) => traceId === callers[2]?.trace)).toEqual([]);
  const [come, ...more] = spans.filter(({ traceId, name }) => traceId === joiner.trace && name === "request");
  expect([more, come?.parentSpanId]).toEqual([[], joiner.span]);
  const [joined, ...others] = spans.filter(({ traceId, name }) => traceId === joiner.trace && name === "room join");
  expect([others, joined?.parentSpanId]).toEqual([[], come?.spanId]);
  expect(attributes("request")).toContainEqual({ "http.request.method": "GET", "http.route": "/rooms/:room" });
  // What a person types is of no request.
  const roots = spans.filter(({ name, parentSpanId }) => name === "commit" && !parentSpanId);
  expect(roots.length).toBeGreaterThan(0);
  const metrics = got["/v1/metrics"] ?? [];
  expect(new Set(told(metrics, "metrics").map(({ name }) => name))).toEqual(
    new Set(["plenary.commit.duration", "plenary.propagation.duration", "plenary.rooms", "plenary.connections"]),
  );
  const all = [...traces, ...metrics].join("\n");
  expect(all).toContain('"plenary"');
  for (const secret of ["SECRET", ticket, id, "clara", "cookie"]) expect(all).not.toContain(secret);
});
