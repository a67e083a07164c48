import { AsyncLocalStorage } from "node:async_hooks";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { createGathering } from "../store/gathering.ts";

/** An identity provider to sign in with (OpenID Connect). */
export interface OidcSettings {
  /** Its address; the discovery document is below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the page calls it. */
  readonly name: string;
}

/** How people sign in. */
export interface SignInSettings {
  /** The address that people open the server at; null: the one that each request names. */
  readonly publicUrl: string | null;
  readonly oidc: OidcSettings | null;
}

/** Someone who can sign in; in the conference only with an invitation. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** An account just made, with the headers that sign it in. */
export interface NewAccount {
  readonly account: Account;
  readonly headers: Headers;
}

/** Accounts and their sessions. What is done is one transaction with what is kept `alongside`. */
export interface Accounts {
  /** Answers a request below /api/auth. `alongside` is asked when it signs an account in or gives it a new password. */
  handle(request: Request, alongside: (account: string) => Statement[]): Promise<Response>;
  /** The account that the request's cookie signs in, null for none. */
  of(headers: Headers): Promise<Account | null>;
  /** Makes an account; refused with 409 when the address has one. */
  make(
    given: { readonly name: string; readonly email: string; readonly password: string },
    alongside: (account: Account) => Promise<Statement[]>,
  ): Promise<NewAccount>;
  /** Ends the session of the request; the answer is the headers that take its cookie away. */
  end(headers: Headers, alongside: () => Statement[]): Promise<Headers>;
  /** The e-mail addresses of the accounts, by their ids. */
  emails(): Promise<Map<string, string>>;
  /** The token of a link by which the account's owner sets a new password within a day; null for an unknown account. */
  resetToken(account: string, alongside: (account: string) => Statement[]): Promise<string | null>;
}

/** What accounts work on. */
export interface AccountsParts {
  readonly db: Database;
  readonly commit: Store["commit"];
  readonly ids: () => string;
  readonly secret: Uint8Array;
  readonly signIn: SignInSettings;
  /** Called when an account has a new password: its sessions have ended. */
  readonly passwordChanged: (account: string) => void;
  readonly report: (error: unknown) => void;
}

/** The header in which the server tells better-auth the address of who asks; one that a client sends is overwritten. */
export const ADDRESS_HEADER = "x-plenary-address";

/** The name under which the identity provider is known to better-auth. */
export const OIDC_PROVIDER = "oidc";

const DAY_S = 24 * 60 * 60;

/** What came of an act on accounts, beside what it wrote. */
interface Course {
  /** Whose session began. */
  signedIn?: string;
  /** Whose password is another. */
  changed?: string;
  /** The token of a link to set a new password by. */
  resetToken?: string;
}

/** Accounts in the database, looked after by better-auth. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { db, commit, ids, secret, signIn, passwordChanged, report } = parts;
  const courses = new AsyncLocalStorage<Course>();
  const note = (given: Course): void => void Object.assign(courses.getStore() ?? {}, given);
  // Rate limits count what is refused too.
  const gathering = createGathering(db, ["auth_rate_limit"], () => problem("spent-link"));
  const { publicUrl, oidc } = signIn;
  const options = {
    appName: "Plenary",
    basePath: "/api/auth",
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    secret: Buffer.from(secret).toString("base64"),
    // "sqlite" is how values are kept: times and booleans as text and numbers, which is alike in every database.
    database: { db: gathering.db, type: "sqlite", transaction: false },
    user: { modelName: "auth_user" },
    session: { modelName: "auth_session", expiresIn: 7 * DAY_S, updateAge: DAY_S },
    account: { modelName: "auth_account", encryptOAuthTokens: true },
    verification: { modelName: "auth_verification" },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: DAY_S,
      sendResetPassword: async ({ token }) => note({ resetToken: token }),
      onPasswordReset: async ({ user }) => note({ changed: user.id }),
    },
    databaseHooks: { session: { create: { after: async ({ userId }) => note({ signedIn: userId }) } } },
    // By address alone: a whole conference may come from one. Each account's own limit stands before this one.
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "auth_rate_limit",
      window: 60,
      max: 600,
      customRules: { "/sign-in/*": { window: 60, max: 300 }, "/reset-password": { window: 60, max: 30 } },
    },
    advanced: {
      cookiePrefix: "plenary",
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => ids(), validateSchema: false },
    },
    logger: { level: "error", log: (_level, message) => report(new Error(`Signing in: ${message}`)) },
    telemetry: { enabled: false },
    plugins: oidc === null ? [] : [provider(oidc)],
  } satisfies BetterAuthOptions;
  const auth = betterAuth(options);

  /** Does the act; nothing of it is stored but in one transaction, with what is to be kept `alongside`. */
  async function act<T>(
    work: () => Promise<T>,
    alongside: (did: T, course: Course) => Promise<Statement[]>,
  ): Promise<T> {
    const course: Course = {};
    const { result, statements } = await courses.run(course, () => gathering.gather(work));
    const all = [...statements, ...(await alongside(result, course))];
    if (all.length > 0) await commit(all);
    if (course.changed !== undefined) passwordChanged(course.changed);
    return result;
  }

  return {
    handle: (request, alongside) =>
      act(
        () => auth.handler(request),
        async (_, { signedIn, changed }) => {
          const account = signedIn ?? changed;
          return account === undefined ? [] : alongside(account);
        },
      ),
    async of(headers) {
      const found = await auth.api.getSession({ headers });
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
    },
    async make(body, alongside) {
      const make = async (): Promise<NewAccount> => {
        const { headers, response } = await auth.api.signUpEmail({ body, returnHeaders: true }).catch(explained);
        const { id, name, email } = response.user;
        return { account: { id, name, email }, headers };
      };
      return act(make, ({ account }) => alongside(account));
    },
    async end(given, alongside) {
      const end = () => auth.api.signOut({ headers: given, returnHeaders: true });
      return (await act(end, async () => alongside())).headers;
    },
    async emails() {
      const rows = await db.selectFrom("auth_user").select(["id", "email"]).execute();
      return new Map(rows.map(({ id, email }) => [id, email]));
    },
    async resetToken(id, alongside) {
      const row = db.selectFrom("auth_user").select("email").where("id", "=", id);
      const account = await row.executeTakeFirst();
      if (!account) return null;
      let token: string | null = null;
      await act(
        () => auth.api.requestPasswordReset({ body: { email: account.email } }),
        async (_, { resetToken }) => {
          token = resetToken ?? null;
          return token === null ? [] : alongside(id);
        },
      );
      return token;
    },
  };
}

function explained(error: unknown): never {
  if (error instanceof APIError && error.body?.code?.startsWith("USER_ALREADY_EXISTS")) throw problem("account-exists");
  throw error;
}

function provider({ issuer, clientId, clientSecret, name }: OidcSettings) {
  const discoveryUrl = `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const scopes = ["openid", "email", "profile"];
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        name,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes,
        requireIdTokenVerification: true,
      },
    ],
  });
}
