import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

const everybody = ["eur", "eur2", "arb", "commenter", "observer", "chair", "secretariat"];

/** Each act: the request, who may, and the answer for them (404 or 409: allowed, but there is nothing to do it to). */
const acts: { act: string; method: string; path: () => string; body?: unknown; may: string[]; answer: number }[] = [
  { act: "read the library", method: "GET", path: () => "/api/texts", may: everybody, answer: 200 },
  { act: "read a base text", method: "GET", path: () => "/api/texts/t1", may: everybody, answer: 200 },
  { act: "read what the groups want", method: "GET", path: () => "/api/texts/t1/merged", may: everybody, answer: 200 },
  { act: "read the drafts", method: "GET", path: () => "/api/drafts", may: everybody, answer: 200 },
  { act: "read a draft", method: "GET", path: () => `/api/drafts/${server.draft}`, may: everybody, answer: 200 },
  {
    act: "get a ticket",
    method: "POST",
    path: () => `/api/drafts/${server.draft}/ticket`,
    may: everybody,
    answer: 200,
  },
  {
    act: "take a file out",
    method: "GET",
    path: () => `/api/drafts/${server.draft}/export?format=text&view=clean`,
    may: everybody,
    answer: 200,
  },
  {
    act: "decide",
    method: "POST",
    path: () => `/api/drafts/${server.draft}/decisions`,
    body: { change: "none", verdict: "accept" },
    may: ["chair", "secretariat"],
    answer: 409,
  },
  {
    act: "undo a decision",
    method: "POST",
    path: () => `/api/drafts/${server.draft}/decisions/undo`,
    body: { decisions: ["none"] },
    may: ["chair", "secretariat"],
    answer: 404,
  },
  {
    act: "read the decisions",
    method: "GET",
    path: () => `/api/drafts/${server.draft}/decisions`,
    may: everybody,
    answer: 200,
  },
  {
    act: "take the decisions out",
    method: "GET",
    path: () => `/api/drafts/${server.draft}/decisions/export?format=csv`,
    may: everybody,
    answer: 200,
  },
  {
    act: "visit a draft",
    method: "POST",
    path: () => `/api/drafts/${server.draft}/visit`,
    may: everybody,
    answer: 200,
  },
  {
    act: "run a command",
    method: "POST",
    path: () => `/api/drafts/${server.draft}/commands`,
    body: { command: "restore", clause: "two" },
    may: ["eur", "eur2"],
    answer: 200,
  },
  {
    act: "open a draft for Europe",
    method: "POST",
    path: () => "/api/drafts",
    body: { text: "t1", group: "EUR" },
    may: ["eur", "eur2", "secretariat"],
    answer: 200,
  },
  {
    act: "add a base text",
    method: "POST",
    path: () => "/api/texts",
    body: { name: "bridges.txt", source: "RESOLUTION 9 (Porto, 2023)\n\nBridges\n" },
    may: ["eur2", "chair", "secretariat"],
    answer: 200,
  },
];

describe.each(acts)("who may $act", ({ method, path, body, may, answer }) => {
  it.each(everybody)("%s", async (person) => {
    const signedIn = await server.signIn(person);
    const response = await signedIn.request(method, path(), body);
    expect(response.status).toBe(may.includes(person) ? answer : 403);
    if (!response.ok) expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("nobody who is not signed in", async () => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { "content-type": "application/json" };
    const response = await fetch(server.origin + path(), { method, headers, ...sent });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ status: 401, title: "Not signed in" });
  });
});
