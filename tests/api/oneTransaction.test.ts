import { type Store, openPostgresStore } from "@plenary/server";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PostgresServer, noPostgres, startPostgres } from "../cluster/postgresServer.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { type Browser, PASSWORD, invited, join, openBrowser } from "./accounts.ts";
import { type Issuer, startIssuer } from "./issuer.ts";
import { done, refusing, rowsOf } from "./refusingStore.ts";

/** What the acts of these tests change, and what is kept of them. */
const changed = [
  "auth_user",
  "auth_account",
  "auth_session",
  "auth_verification",
  "person",
  "invitation",
  "setting",
  "conference_group",
  "session",
] as const;

function acts(kind: keyof typeof refusing, open?: () => Promise<Store>): void {
  let issuer: Issuer;
  let server: TestServer;
  let store: Store;
  let secretariat: Browser;
  let dying = false;
  const options = {
    ...(open ? { open } : {}),
    // A process that ends just behind the commit: it is durable, and nobody is told.
    wrap: (real: Store): Store => ({
      ...real,
      async commit(statements) {
        await real.commit(statements);
        if (dying && statements.some((one) => one.compile().sql.startsWith('insert into "audit"')))
          throw new Error("gone");
      },
    }),
  };
  beforeEach(async () => {
    dying = false;
    issuer = await startIssuer({ sub: "17", name: "Léa Fontaine", email: "lea.fontaine@example.org" });
    const { address, clientId, clientSecret } = issuer;
    const oidc = { issuer: address, clientId, clientSecret, name: "The Union" };
    server = await startTestServer({ ...options, demo: false, signIn: { publicUrl: null, oidc } });
    store = server.store;
    secretariat = openBrowser(server.origin);
    await join(secretariat, (await server.setUpPath()) ?? "", "Mei Lin");
    await store.commit([
      store.db.insertInto("webhook").values({
        id: "hook",
        url: "https://hook.invalid/",
        secret: "whsec_",
        enabled: 1,
        created_by: "secretariat",
        created_at: 0,
      }),
    ]);
  });
  afterEach(async () => {
    await server.close();
    await issuer.close();
  });

  const run = (statement: string) => sql.raw(statement).execute(store.db);
  const state = (): Promise<string> => rowsOf(store, changed);
  async function kept(): Promise<string[]> {
    const rows = await store.db.selectFrom("audit").select(["act", "detail"]).execute();
    return rows.flatMap(({ act, detail }) => (detail.includes("refused") ? [] : [act]));
  }
  async function told(): Promise<string[]> {
    return (await store.db.selectFrom("webhook_delivery").select("event").execute()).map(({ event }) => event);
  }
  async function newcomer(name = "Ada Delgado"): Promise<Browser> {
    const browser = openBrowser(server.origin);
    await join(browser, await invited(secretariat, { role: "delegate", group: "EUR" }), name);
    return browser;
  }
  const idOf = async (browser: Browser) => (await browser.get<{ account: { id: string } }>("/api/session")).account.id;
  const token = (path: string) => path.split("/").at(-1);

  /** The acts: each gets ready and gives what does it, as often as it is asked. */
  const all: [act: string, event: string | null, ready: () => Promise<() => Promise<Response>>][] = [
    [
      "sign in",
      "session.began",
      async () => {
        await newcomer();
        const words = { email: "ada.delgado@example.org", password: PASSWORD };
        return () => openBrowser(server.origin).send("POST", "/api/account/sign-in", words);
      },
    ],
    [
      "sign in",
      "session.began",
      async () => {
        const browser = openBrowser(server.origin);
        return async () => {
          const asked = await browser.send("POST", "/api/account/oidc", { to: "/" });
          const { url } = (await asked.json()) as { url: string };
          const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
          return browser.send("GET", back);
        };
      },
    ],
    [
      "sign out",
      "session.ended",
      async () => {
        const ada = await newcomer();
        return () => ada.send("DELETE", "/api/session");
      },
    ],
    [
      "set password",
      "password.set",
      async () => {
        const id = await idOf(await newcomer());
        const link = await secretariat.send("POST", `/api/people/${id}/password`);
        const { path } = (await link.json()) as { path: string };
        const sent = { token: token(path), password: "another bridge entirely" };
        return () => openBrowser(server.origin).send("POST", "/api/account/password", sent);
      },
    ],
    [
      "password link",
      null,
      async () => {
        const id = await idOf(await newcomer());
        return () => secretariat.send("POST", `/api/people/${id}/password`);
      },
    ],
    [
      "invite",
      "invitation.made",
      async () => () =>
        secretariat.send("POST", "/api/people/invitations", { name: "A", role: "observer", group: null }),
    ],
    [
      "withdraw invitation",
      "invitation.withdrawn",
      async () => {
        await invited(secretariat, { role: "observer", group: null });
        const { invitations } = await secretariat.get<{ invitations: { id: string }[] }>("/api/people");
        return () => secretariat.send("DELETE", `/api/people/invitations/${invitations[0]?.id}`);
      },
    ],
    [
      "join",
      "person.joined",
      async () => {
        const path = await invited(secretariat, { role: "delegate", group: "EUR" });
        return () => join(openBrowser(server.origin), path, "Ada Delgado");
      },
    ],
    [
      "join",
      "person.joined",
      async () => {
        const ada = await newcomer();
        await secretariat.send("DELETE", `/api/people/${await idOf(ada)}`);
        const path = await invited(secretariat, { role: "delegate", group: "ARB" });
        return () => ada.send("POST", `/api/invitations/${token(path)}`, { account: null });
      },
    ],
    [
      "change role",
      "person.changed",
      async () => {
        const id = await idOf(await newcomer());
        return () => secretariat.send("PATCH", `/api/people/${id}`, { role: "observer", group: null });
      },
    ],
    [
      "revoke",
      "person.removed",
      async () => {
        const id = await idOf(await newcomer());
        return () => secretariat.send("DELETE", `/api/people/${id}`);
      },
    ],
    [
      "name conference",
      "conference.named",
      async () => () => secretariat.send("PUT", "/api/conference", { name: "Another" }),
    ],
    [
      "add group",
      "group.added",
      async () => () => secretariat.send("POST", "/api/conference/groups", { code: "IAP", name: "Americas" }),
    ],
  ];

  it.each(all)(
    "%s (%s) is stored with its rows in the audit log and the outbox, or not at all",
    async (act, event, ready) => {
      const doIt = await ready();
      if (event !== null) await run(`INSERT INTO webhook_event VALUES ('hook', '${event}')`);
      const before = { state: await state(), kept: await kept() };
      for (const table of event === null ? (["audit"] as const) : (["audit", "webhook_delivery"] as const)) {
        const [make, drop] = refusing[kind](table, done[table]);
        await run(make ?? "");
        const answer = await doIt();
        expect(answer.status).toBe(500);
        expect(answer.headers.getSetCookie().join()).not.toContain("session_token=");
        // The identity provider's answer is asked for anew each time.
        if (event !== "session.began") expect(await state()).toBe(before.state);
        expect(JSON.parse(await state()).slice(0, 3)).toEqual(JSON.parse(before.state).slice(0, 3));
        expect([await kept(), await told()]).toEqual([before.kept, []]);
        await run(drop ?? "");
      }
      dying = true;
      expect((await doIt()).status).toBe(500);
      dying = false;
      expect(await state()).not.toBe(before.state);
      expect((await kept()).toSorted()).toEqual([...before.kept, act].toSorted());
      expect(await told()).toEqual(event === null ? [] : [event]);
    },
  );

  it("signing in and out of the demo is stored with its row, or not at all", async () => {
    const demo = await startTestServer({ ...options, ...(open ? { open } : {}) });
    store = demo.store;
    const browser = openBrowser(demo.origin);
    for (const [act, doIt] of [
      ["sign in", () => browser.send("POST", "/api/session", { person: "eur" })],
      ["sign out", () => browser.send("DELETE", "/api/session")],
    ] as const) {
      const before = { state: await state(), kept: await kept() };
      const [make, drop] = refusing[kind]("audit", done.audit);
      await run(make ?? "");
      expect((await doIt()).status).toBe(500);
      expect([await state(), await kept()]).toEqual([before.state, before.kept]);
      await run(drop ?? "");
      expect((await doIt()).status).toBe(200);
      expect(await state()).not.toBe(before.state);
      expect(await kept()).toEqual([...before.kept, act]);
    }
    await demo.close();
  });
}

describe("on SQLite", () => {
  acts("sqlite");
});

describe.skipIf(noPostgres !== null)("on PostgreSQL", () => {
  let postgres: PostgresServer;
  let databases = 0;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.close());
  acts("postgres", async () => {
    databases += 1;
    const url = await postgres.createDatabase(`acts_${databases}`);
    return openPostgresStore({ url, report: () => {} });
  });
});
