import { closeCodes } from "@plenary/collab";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { type Browser, PASSWORD, invited, join, openBrowser } from "./accounts.ts";

let server: TestServer;
let now = new Date();
let secretariat: Browser;
beforeEach(async () => {
  server = await startTestServer({ demo: false, clock: () => now });
  secretariat = openBrowser(server.origin);
  const path = await server.setUpPath();
  await join(secretariat, path ?? "", "Mei Lin");
});
afterEach(() => server.close());

const signIn = (browser: Browser, email: string, password = PASSWORD): Promise<Response> =>
  browser.send("POST", "/api/account/sign-in", { email, password });

async function newcomer(role: string, group: string | null, name = "Ada Delgado"): Promise<Browser> {
  const browser = openBrowser(server.origin);
  expect((await join(browser, await invited(secretariat, { role, group }), name)).status).toBe(200);
  return browser;
}

describe("the first of the secretariat", () => {
  it("comes in by the link of the first start, which is good once and not made again", async () => {
    expect(await secretariat.get("/api/session")).toMatchObject({
      person: { name: "Mei Lin", role: "secretariat", group: null },
      account: { email: "mei.lin@example.org" },
      demo: false,
      people: [],
    });
    expect(await server.setUpPath()).toBeNull();
  });

  it("gets a new link at the next start when nobody took the first one, and only the new one is good", async () => {
    const other = await startTestServer({ demo: false });
    const first = await other.setUpPath();
    const second = await other.setUpPath();
    expect((await join(openBrowser(other.origin), first ?? "", "Too Late")).status).toBe(404);
    expect((await join(openBrowser(other.origin), second ?? "", "In Time")).status).toBe(200);
    await other.close();
  });
});

describe("an invitation", () => {
  it("says what it is for, makes an account and a person of the conference, and is good once", async () => {
    const path = await invited(secretariat, { name: "Ada", role: "delegate", group: "EUR" });
    const browser = openBrowser(server.origin);
    expect(await browser.get(`/api/invitations/${path.split("/").at(-1)}`)).toEqual({
      name: "Ada",
      role: "delegate",
      group: "EUR",
      conference: "Test Conference",
    });
    expect((await join(browser, path, "Ada Delgado")).status).toBe(200);
    expect(await browser.get("/api/session")).toMatchObject({ person: { role: "delegate", group: "EUR" } });
    expect((await join(openBrowser(server.origin), path, "Somebody Else")).status).toBe(404);
    const { people, invitations } = await secretariat.get<{ people: { email: string }[]; invitations: unknown[] }>(
      "/api/people",
    );
    expect(people.filter(({ email }) => email === "ada.delgado@example.org").length).toBe(1);
    expect(invitations).toEqual([]);
  });

  it("is good for one of two who open it at once", async () => {
    const path = await invited(secretariat, { role: "observer", group: null });
    const statuses = await Promise.all(
      ["One Guest", "Two Guest"].map(async (name) => (await join(openBrowser(server.origin), path, name)).status),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  it("stays good when the account can't be made, and is for a signed-in account of no conference too", async () => {
    const ada = await newcomer("delegate", "EUR");
    const path = await invited(secretariat, { role: "coordinator", group: "ARB" });
    const taken = await join(openBrowser(server.origin), path, "Ada Delgado");
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({ detail: expect.stringContaining("Sign in with it") });
    const id = (await ada.get<{ person: { id: string } }>("/api/session")).person.id;
    const accept = () => ada.send("POST", `/api/invitations/${path.split("/").at(-1)}`, { account: null });
    expect((await accept()).status).toBe(409);
    await secretariat.send("DELETE", `/api/people/${id}`);
    expect(await ada.get("/api/session")).toMatchObject({ person: null, account: { name: "Ada Delgado" } });
    expect((await accept()).status).toBe(200);
    expect(await ada.get("/api/session")).toMatchObject({ person: { id, role: "coordinator", group: "ARB" } });
  });

  it("ends after two weeks, and when it is withdrawn", async () => {
    const late = await invited(secretariat, { role: "observer", group: null });
    const withdrawn = await invited(secretariat, { role: "observer", group: null });
    const { invitations } = await secretariat.get<{ invitations: { id: string }[] }>("/api/people");
    expect(invitations.length).toBe(2);
    for (const { id } of invitations.slice(0, 1)) await secretariat.send("DELETE", `/api/people/invitations/${id}`);
    now = new Date(now.getTime() + 14 * 24 * 60 * 60 * 1000 + 1);
    for (const path of [late, withdrawn])
      expect((await join(openBrowser(server.origin), path, "Late Guest")).status).toBe(404);
  });
});

describe("signing in", () => {
  it("takes the right password alone, says nothing of which part was wrong, and keeps the cookie from scripts", async () => {
    await newcomer("delegate", "EUR");
    const browser = openBrowser(server.origin);
    const wrong = await signIn(browser, "ada.delgado@example.org", "another password");
    const unknown = await signIn(browser, "nobody@example.org");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    const right = await signIn(browser, "Ada.Delgado@example.org");
    expect(right.status).toBe(200);
    expect(right.headers.getSetCookie()[0]).toMatch(/^plenary\.session_token=.*; HttpOnly; SameSite=Lax/i);
    expect(await browser.get("/api/session")).toMatchObject({ person: { name: "Ada Delgado" } });
    await browser.send("DELETE", "/api/session");
    expect(await browser.get("/api/session")).toMatchObject({ person: null, account: null });
  });

  it("sends Secure cookies where the public address is https", async () => {
    const secure = await startTestServer({ demo: false, signIn: { publicUrl: "https://plenary.example", oidc: null } });
    const path = await secure.setUpPath();
    const answer = await join(openBrowser(secure.origin), path ?? "", "Ada Delgado");
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-plenary\.session_token=.*; Secure/i);
    await secure.close();
  });

  it("is refused to other sites, and after ten attempts on one account, wherever they come from", async () => {
    const browser = openBrowser(server.origin);
    const foreign = await browser.send("POST", "/api/account/sign-in", {}, { origin: "https://example.org" });
    expect(foreign.status).toBe(403);
    const email = "mei.lin@example.org";
    for (let i = 0; i < 10; i += 1) expect((await signIn(openBrowser(server.origin), email, "wrong")).status).toBe(401);
    expect((await signIn(browser, email)).status).toBe(429);
    now = new Date(now.getTime() + 60_000);
    expect((await signIn(browser, email)).status).toBe(200);
  });

  it("that fails is in the audit log, once a minute, without what was typed", async () => {
    const { id } = (await secretariat.get<{ person: { id: string } }>("/api/session")).person;
    const failed = async (): Promise<unknown[]> => {
      const log = await (await secretariat.send("GET", "/api/audit")).text();
      for (const typed of ["example.org", "wrong"]) expect(log).not.toContain(typed);
      const lines: unknown[] = log
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
      return lines.filter((line) => Reflect.get(Object(line), "act") === "failed sign-in");
    };
    const attempts = async (): Promise<void> => {
      for (const email of ["Mei.Lin@example.org", "nobody@example.org", "no.other@example.org"])
        for (let i = 0; i < 3; i += 1) await signIn(openBrowser(server.origin), email, "wrong");
    };
    await attempts();
    const expected = [
      { person: null, detail: { member: id, from: "127.0.0.1", refused: 401 } },
      { person: null, detail: { member: null, from: "127.0.0.1", refused: 401 } },
    ];
    await expect.poll(failed).toMatchObject(expected);
    now = new Date(now.getTime() + 60_000);
    await attempts();
    await expect.poll(failed).toMatchObject([...expected, ...expected]);
  });

  it("knows no other way: not better-auth's own routes, not the demo's", async () => {
    const browser = openBrowser(server.origin);
    const account = { name: "A", email: "a@example.org", password: PASSWORD };
    for (const path of ["sign-up/email", "sign-in/email", "request-password-reset", "update-user", "ok"])
      expect((await browser.send("POST", `/api/auth/${path}`, account)).status).toBe(404);
    expect((await browser.send("POST", "/api/session", { person: "chair" })).status).toBe(403);
    const row = { id: "x", person: "chair", created_at: 0 };
    await server.store.db.insertInto("session").values(row).execute();
    const demo = await browser.send("GET", "/api/session", undefined, { cookie: "plenary_session=x" });
    expect(await demo.json()).toMatchObject({ person: null });
  });
});

describe("a new password", () => {
  it("is set by a link of the secretariat, once, and ends the account's sessions and connections", async () => {
    const ada = await newcomer("delegate", "EUR");
    const { id } = (await ada.get<{ person: { id: string } }>("/api/session")).person;
    const ticket = await ada.person().ticket(server.draft);
    const client = connectClient(server.rooms, server.draft, ticket);
    await synced(client);
    const closed = new Promise<number>((resolve) => {
      client.provider.on("connection-close", (event) => resolve(event?.code ?? 0));
    });
    const link = await secretariat.send("POST", `/api/people/${id}/password`);
    const { path } = (await link.json()) as { path: string };
    const token = path.split("/").at(-1);
    const set = (password: string) =>
      openBrowser(server.origin).send("POST", "/api/account/password", { token, password });
    expect((await set("short")).status).toBe(400);
    const both = await Promise.all(["another bridge entirely", "another bridge entirely"].map(set));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect((await set("a third bridge or so")).status).toBe(404);
    expect(await closed).toBe(closeCodes.badTicket);
    expect(await ada.get("/api/session")).toMatchObject({ person: null, account: null });
    expect((await signIn(ada, "ada.delgado@example.org")).status).toBe(401);
    expect((await signIn(ada, "ada.delgado@example.org", "another bridge entirely")).status).toBe(200);
    client.close();
  });

  it("is not to be had by asking for it", async () => {
    const guess = { token: "reset-password:x", password: PASSWORD };
    expect((await openBrowser(server.origin).send("POST", "/api/account/password", guess)).status).toBe(404);
  });
});

describe("people", () => {
  it("nobody changes or revokes themselves, so that the conference keeps its secretariat", async () => {
    const { id } = (await secretariat.get<{ person: { id: string } }>("/api/session")).person;
    const lowered = await secretariat.send("PATCH", `/api/people/${id}`, { role: "observer", group: null });
    expect(lowered.status).toBe(409);
    expect((await secretariat.send("DELETE", `/api/people/${id}`)).status).toBe(409);
  });

  it("a ticket of somebody revoked opens nothing", async () => {
    const ada = await newcomer("delegate", "EUR");
    const ticket = await ada.person().ticket(server.draft);
    const { id } = (await ada.get<{ person: { id: string } }>("/api/session")).person;
    expect((await secretariat.send("DELETE", `/api/people/${id}`)).status).toBe(200);
    const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
    expect((await once(socket, "close"))[0]).toBe(closeCodes.unknownDraft);
    expect((await ada.send("GET", "/api/drafts")).status).toBe(401);
  });

  it("the secretariat names the conference and adds groups", async () => {
    expect((await secretariat.send("PUT", "/api/conference", { name: "Another" })).status).toBe(200);
    const added = await secretariat.send("POST", "/api/conference/groups", { code: "IAP", name: "Americas" });
    expect(added.status).toBe(200);
    const { name, groups } = await secretariat.get<{ name: string; groups: { code: string }[] }>("/api/conference");
    expect(name).toBe("Another");
    expect(groups.at(-1)).toMatchObject({ code: "IAP", name: "Americas", color: expect.stringMatching(/^#/) });
    const unknown = await secretariat.send("POST", "/api/people/invitations", {
      name: "",
      role: "delegate",
      group: "X",
    });
    expect(unknown.status).toBe(400);
  });
});
