import { afterEach, beforeEach, expect, it } from "vitest";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { type Browser, invited, join, openBrowser } from "./accounts.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

let issuer: Issuer;
let server: TestServer;
let secretariat: Browser;
beforeEach(async () => {
  issuer = await startIssuer({ sub: "17", name: "Léa Fontaine", email: "lea.fontaine@example.org" });
  const { address, clientId, clientSecret } = issuer;
  server = await startTestServer({
    demo: false,
    signIn: { publicUrl: null, oidc: { issuer: address, clientId, clientSecret, name: "The Union" } },
  });
  secretariat = openBrowser(server.origin);
  await join(secretariat, (await server.setUpPath()) ?? "", "Mei Lin");
});
afterEach(async () => {
  await server.close();
  await issuer.close();
});

/** Goes to the issuer and back; the answer is where the browser ends, without the origin. */
async function throughIssuer(browser: Browser, to = "/"): Promise<string> {
  const asked = await browser.send("POST", "/api/account/oidc", { to });
  expect(asked.status).toBe(200);
  const { url } = (await asked.json()) as { url: string };
  expect(url).toMatch(`${issuer.address}/authorize?`);
  const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
  expect(back).toMatch(`${server.origin}/api/auth/callback/oidc?`);
  const ended = await browser.send("GET", back);
  return (ended.headers.get("location") ?? "").replace(server.origin, "");
}

it("signs in at the identity provider, takes an invitation up with that account, and comes back to it", async () => {
  const browser = openBrowser(server.origin);
  expect(await browser.get("/api/session")).toMatchObject({ oidc: "The Union", person: null });
  const path = await invited(secretariat, { role: "delegate", group: "EUR" });
  expect(await throughIssuer(browser, path)).toBe(path);
  expect(await browser.get("/api/session")).toMatchObject({
    person: null,
    account: { name: "Léa Fontaine", email: "lea.fontaine@example.org" },
  });
  expect((await browser.send("GET", "/api/drafts")).status).toBe(401);
  const taken = await browser.send("POST", `/api/invitations/${path.split("/").at(-1)}`, { account: null });
  expect(taken.status).toBe(200);
  expect(await browser.get("/api/session")).toMatchObject({ person: { name: "Léa Fontaine", group: "EUR" } });

  const later = openBrowser(server.origin);
  expect(await throughIssuer(later)).toBe("/");
  expect(await later.get("/api/session")).toMatchObject({ person: { role: "delegate", group: "EUR" } });
});

it("is there for many at once who come from one address", async () => {
  for (let i = 0; i < 20; i += 1)
    expect((await openBrowser(server.origin).send("POST", "/api/account/oidc", { to: "/" })).status).toBe(200);
});

it.each(["signature", "nonce", "audience"] as const)("refuses a token with another %s", async (wrong) => {
  issuer.wrong = wrong;
  const browser = openBrowser(server.origin);
  expect(await throughIssuer(browser)).toContain("/?failed=oidc");
  expect(await browser.get("/api/session")).toMatchObject({ person: null, account: null });
});

it("takes nobody's account over by an e-mail address", async () => {
  issuer.who = { sub: "18", name: "Not Mei", email: "mei.lin@example.org" };
  const browser = openBrowser(server.origin);
  expect(await throughIssuer(browser)).toContain("/?failed=oidc");
  expect(await browser.get("/api/session")).toMatchObject({ person: null, account: null });
});

it("sends people back to this page alone, and only the browser that asked", async () => {
  const browser = openBrowser(server.origin);
  for (const to of ["https://example.org/", "//example.org", "/drafts/../..//example.org"])
    expect((await browser.send("POST", "/api/account/oidc", { to })).status).toBe(400);
  const asked = await browser.send("POST", "/api/account/oidc", { to: "/" });
  const { url } = (await asked.json()) as { url: string };
  const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
  const other = openBrowser(server.origin);
  await other.send("GET", back);
  expect(await other.get("/api/session")).toMatchObject({ person: null, account: null });
});
