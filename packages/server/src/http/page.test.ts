import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { page } from "./page.ts";

const folder = mkdtempSync(join(tmpdir(), "plenary-page-"));
mkdirSync(join(folder, "dist/assets"), { recursive: true });
writeFileSync(join(folder, "dist/index.html"), "<!doctype html><title>Plenary</title>");
writeFileSync(join(folder, "dist/assets/page-1a2b.js"), "export {};");
writeFileSync(join(folder, "secret.txt"), "secret");
afterAll(() => rmSync(folder, { recursive: true }));
const app = page(join(folder, "dist"));

it.each(["/", "/drafts/d1", "/texts"])("gives the page at %s, asked for anew every time", async (path) => {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("<title>Plenary");
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
});

it("lets the browser keep what has a digest in its name", async () => {
  const answer = await app.request("/assets/page-1a2b.js");
  expect(await answer.text()).toBe("export {};");
  expect(answer.headers.get("content-type")).toContain("text/javascript");
  expect(answer.headers.get("cache-control")).toContain("immutable");
});

it("says when a file is not there, and gives nothing outside its folder", async () => {
  expect((await app.request("/assets/gone.js")).status).toBe(404);
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt"])
    expect(await (await app.request(path)).text()).not.toContain("secret");
});

it("says how to build a page that is not there", () => {
  expect(() => page(join(folder, "none"))).toThrow("Build it");
});
