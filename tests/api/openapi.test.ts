import { afterAll, beforeAll, expect, it } from "vitest";
import { describedAnswers } from "../collaboration/describedAnswers.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: object;
  readonly responses: { readonly "200": { readonly content?: object } };
}

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

async function described(): Promise<Described> {
  const document: Described = await (await fetch(`${server.origin}/api/openapi.json`)).json();
  return document;
}

it("describes every route: what it does, what it takes, and what it answers", async () => {
  const { openapi, paths } = await described();
  expect(openapi).toBe("3.1.0");
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const there = operations.map(({ method, path }) => `${method} ${path}`);
  const routes = server.routes.map(([method, path]) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(there.toSorted()).toEqual([...new Set(routes)].toSorted());
  expect(there.length).toBeGreaterThan(20);
  const bare = operations.filter(({ summary, responses }) => summary === "" || !responses["200"].content);
  // Say what a route does with `does(…)`, see packages/server/src/http/openapi.
  expect(bare.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

it("refers to nothing that is not there", async () => {
  const document = await described();
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  const found = [...references].map(([, path = ""]) => path);
  expect(found.length).toBeGreaterThan(20);
  for (const path of found)
    expect(path.split("/").reduce<unknown>((value, key) => Reflect.get(Object(value), key), document)).toBeDefined();
});

it("notices an answer that is other than described", async () => {
  const answers = await describedAnswers(server.origin);
  const check = (path: string, body: unknown, status = 200) =>
    answers.check("GET", path, Response.json(body, { status, headers: { "content-type": "application/json" } }));
  await check("/api/conference", { name: "", groups: [] });
  await expect(check("/api/conference", { name: "" })).rejects.toThrow("groups");
  await expect(check("/api/conference", { name: "", groups: [], more: 1 })).rejects.toThrow("additional");
  await expect(check("/api/drafts/x", {})).rejects.toThrow("other than described");
  await expect(check("/api/none", {})).rejects.toThrow("not described");
});

it("shows a page for people that needs nothing from elsewhere", async () => {
  const page = await fetch(`${server.origin}/api/docs`);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const html = await page.text();
  for (const path of Object.keys((await described()).paths)) expect(html).toContain(path);
  expect(html).not.toMatch(/<script|https?:\/\/(?!127)/);
});
