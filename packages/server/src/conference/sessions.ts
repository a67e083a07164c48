import { createHash, randomBytes } from "node:crypto";
import { parse } from "hono/utils/cookie";
import type { Account, Accounts } from "../access/accounts.ts";
import type { Database } from "../store/database.ts";
import type { People, Person } from "./people.ts";

/** Who is signed in, by the cookie that the browser sends. */
export interface Sessions {
  /** The person of the conference whom the request comes from; null for none, and for who is in it no more. */
  person(headers: Headers): Promise<Person | null>;
  /** The account that the request comes from, in the conference or not; null in the demo, which has none. */
  account(headers: Headers): Promise<Account | null>;
  /** Ends the session of the request; the answer is the values of Set-Cookie that take its cookie away. */
  end(headers: Headers): Promise<string[]>;
}

/** The demo's sessions, which begin by choosing a person. */
export interface DemoSessions extends Sessions {
  /** Signs the person in; the answer is the cookie's value. */
  begin(person: Person): Promise<string>;
}

/** The name of the demo's cookie. */
export const SESSION_COOKIE = "plenary_session";

/** The sessions of people with accounts. */
export function createAccountSessions(accounts: Accounts, people: Pick<People, "find">): Sessions {
  return {
    async person(headers) {
      const account = await accounts.of(headers);
      return account && people.find(account.id);
    },
    account: (headers) => accounts.of(headers),
    end: async (headers) => (await accounts.end(headers)).getSetCookie(),
  };
}

/** Sessions of the demo in the database, which knows only a digest of each token. */
export function createDemoSessions(db: Database, people: Pick<People, "find">, clock: () => Date): DemoSessions {
  const tokenIn = (headers: Headers): string =>
    parse(headers.get("cookie") ?? "", SESSION_COOKIE)[SESSION_COOKIE] ?? "";
  return {
    async begin(person) {
      const token = randomBytes(32).toString("base64url");
      const row = { id: digest(token), person: person.id, created_at: clock().getTime() };
      await db.insertInto("session").values(row).execute();
      return token;
    },
    async person(headers) {
      const session = db
        .selectFrom("session")
        .select("person")
        .where("id", "=", digest(tokenIn(headers)));
      const row = await session.executeTakeFirst();
      return row ? people.find(row.person) : null;
    },
    account: async () => null,
    async end(headers) {
      await db
        .deleteFrom("session")
        .where("id", "=", digest(tokenIn(headers)))
        .execute();
      return [`${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`];
    },
  };
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
