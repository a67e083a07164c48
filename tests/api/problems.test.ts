import { readFileSync } from "node:fs";
import { join } from "node:path";
import { problems } from "@plenary/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

it("are said by the page too, each by its code: in English as the server says them", () => {
  const path = join(import.meta.dirname, "../../apps/web/src/messages/en.json");
  const messages: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, "utf8"));
  const said = Object.entries(messages).filter(([key]) => key.startsWith("refusal."));
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(Object.entries(problems).map(([code, [, detail]]) => [`refusal.${code}`, detail])),
  );
});

it("carry their code, what stands in the blanks, and the sentence", async () => {
  const arb = await server.signIn("arb");
  const refused = await arb.request("PUT", `/api/drafts/${server.draft}/number`, { number: "X" });
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(await refused.json()).toEqual({
    type: "about:blank",
    title: "Not allowed",
    status: 403,
    code: "number-coordinator",
    blanks: { group: "EUR" },
    detail: "Drafts of EUR are numbered by its coordinator and the secretariat.",
  });
  const missing = await arb.request("GET", "/api/drafts/none");
  expect(await missing.json()).toMatchObject({ status: 404, code: "unknown-draft", blanks: {} });
  const wrong = await arb.request("POST", "/api/drafts", { text: 1 });
  expect(await wrong.json()).toMatchObject({
    status: 400,
    code: "not-understood",
    detail: expect.stringContaining("text"),
  });
});

it("are problem+json on every path of the API, one that is not there too", async () => {
  const nowhere = await fetch(`${server.origin}/api/nowhere`);
  expect(nowhere.status).toBe(404);
  expect(nowhere.headers.get("content-type")).toContain("application/problem+json");
  expect(await nowhere.json()).toMatchObject({ code: "unknown-route" });
});
