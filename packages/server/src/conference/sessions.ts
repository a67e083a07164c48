import { createHash, randomBytes } from "node:crypto";
import { parse } from "hono/utils/cookie";
import type { Account, Accounts } from "../access/accounts.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { People, Person } from "./people.ts";

/** Who is signed in, by the cookie that the browser sends. */
export interface Sessions {
  /** The person of the conference whom the request comes from; null for none, and for who is in it no more. */
  person(headers: Headers): Promise<Person | null>;
  /** The account that the request comes from, in the conference or not; null in the demo, which has none. */
  account(headers: Headers): Promise<Account | null>;
  /**
   * Ends the session of the request, in one transaction with what is kept `alongside`; the answer is the values of
   * Set-Cookie that take its cookie away.
   */
  end(headers: Headers, alongside: () => Statement[]): Promise<string[]>;
}

/** The demo's sessions, which begin by choosing a person. */
export interface DemoSessions extends Sessions {
  /**
   * Signs the person in and ends the session that the request came with, in one transaction with what is kept
   * `alongside`; the answer is the cookie's value.
   */
  begin(person: Person, headers: Headers, alongside: () => Statement[]): Promise<string>;
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
    end: async (headers, alongside) => (await accounts.end(headers, alongside)).getSetCookie(),
  };
}

/** Sessions of the demo in the database, which knows only a digest of each token. */
export function createDemoSessions(
  { db, commit }: Pick<Store, "db" | "commit">,
  people: Pick<People, "find">,
  clock: () => Date,
): DemoSessions {
  const tokenIn = (headers: Headers): string =>
    parse(headers.get("cookie") ?? "", SESSION_COOKIE)[SESSION_COOKIE] ?? "";
  const ending = (headers: Headers): Statement => db.deleteFrom("session").where("id", "=", digest(tokenIn(headers)));
  return {
    async begin(person, headers, alongside) {
      const token = randomBytes(32).toString("base64url");
      const row = { id: digest(token), person: person.id, created_at: clock().getTime() };
      await commit([ending(headers), db.insertInto("session").values(row), ...alongside()]);
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
    async end(headers, alongside) {
      await commit([ending(headers), ...alongside()]);
      return [`${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`];
    },
  };
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
