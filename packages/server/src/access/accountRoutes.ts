import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { type Problem, problem } from "../http/problem.ts";
import type { Statement } from "../store/logStore.ts";
import { ADDRESS_HEADER, type Accounts, OIDC_PROVIDER } from "./accounts.ts";
import type { Attempts } from "./attempts.ts";
import type { FailedSignIn } from "../audit/keepFailedSignIns.ts";
import { clientAddress } from "./clientAddress.ts";

/** What the accounts' routes work on. */
export interface AccountParts {
  /** Null in the demo, which has no accounts. */
  readonly accounts: Accounts | null;
  readonly attempts: Attempts;
  /** Keeps an attempt to sign in that was refused. */
  readonly signInFailed: (failed: FailedSignIn) => void;
  /** Whether the address of who asks is the last of X-Forwarded-For: what the proxy in front of the server writes. */
  readonly behindProxy: boolean;
}

/** A password that is long enough to be one's own. */
export const password = z.string().min(12).max(128);

const words = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(128) });
const nothing = z.object({});
/** A path of this page to go on at. */
const path = z.string().regex(/^\/(invitation\/[\w-]+)?$/);

/** `/api/account`: signing in with a password or at the identity provider, and setting a new password by a link. */
export function accountRoutes({ accounts, attempts, signInFailed, behindProxy }: AccountParts) {
  /** Hands the request on to better-auth, with its Set-Cookie headers taken over; the answer is its status and body. */
  async function ask(
    c: Context,
    to: string,
    sent: object,
    alongside: (account: string) => Statement[],
  ): Promise<{ status: number; body: unknown }> {
    const url = new URL(`/api/auth${to}`, c.req.url);
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-length");
    headers.set("content-type", "application/json");
    headers.set(ADDRESS_HEADER, addressOf(c, behindProxy));
    // What another site sends has been refused before; what is left without an origin comes from no page.
    if (!headers.has("origin")) headers.set("origin", url.origin);
    const given = await there(accounts).handle(
      new Request(url, { method: "POST", headers, body: JSON.stringify(sent) }),
      alongside,
    );
    for (const cookie of given.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
    if (given.status === 429) throw tooMany();
    return { status: given.status, body: await given.json().catch(() => null) };
  }

  return new Hono()
    .post("/sign-in", does("Sign in with a password", { answer: nothing, act: "sign in" }), body(words), async (c) => {
      const given = c.req.valid("json");
      there(accounts);
      const failed = (refused: FailedSignIn["refused"]): void =>
        signInFailed({ email: given.email, from: addressOf(c, behindProxy), refused });
      if (!(await attempts.allows(given.email))) {
        failed(429);
        throw tooMany();
      }
      const { status } = await ask(c, "/sign-in/email", given, (person) => [
        attempts.succeeded(given.email),
        ...acting(c).statements({ act: "sign in", person }, {}),
      ]);
      if (status !== 200) {
        failed(401);
        throw problem("wrong-password");
      }
      return answer(c, {});
    })
    .post(
      "/oidc",
      does("The address at the identity provider to sign in at", {
        answer: z.object({ url: z.string() }),
        act: null,
        secret: true,
      }),
      body(z.object({ to: path })),
      async (c) => {
        const { to } = c.req.valid("json");
        const failed = "/?failed=oidc";
        const sent = { provider: OIDC_PROVIDER, callbackURL: to, newUserCallbackURL: to, errorCallbackURL: failed };
        const { body: given } = await ask(c, "/sign-in/social", sent, () => []);
        const url: unknown = Reflect.get(Object(given), "url");
        if (typeof url !== "string") throw problem("no-identity-provider");
        return answer(c, { url });
      },
    )
    .post(
      "/password",
      does("Set a new password by a link", { answer: nothing, act: "set password" }),
      body(z.object({ token: z.string().max(200), password })),
      async (c) => {
        const { token, password: newPassword } = c.req.valid("json");
        const { status } = await ask(c, "/reset-password", { token, newPassword }, (person) =>
          acting(c).statements({ act: "set password", person }, {}),
        );
        if (status !== 200) throw problem("spent-link");
        return answer(c, {});
      },
    );
}

/** Where the identity provider sends people back to: the one path of better-auth's own that is open to the outside. */
export function callbackRoute({ accounts, behindProxy }: AccountParts) {
  return new Hono().get(
    `/api/auth/callback/${OIDC_PROVIDER}`,
    does("Where the identity provider sends people back to", { file: "text/html", act: "sign in" }),
    (c) => {
      const headers = new Headers(c.req.raw.headers);
      headers.set(ADDRESS_HEADER, addressOf(c, behindProxy));
      const kept = (person: string) =>
        acting(c).statements({ act: "sign in", person, detail: { by: OIDC_PROVIDER } }, {});
      return there(accounts).handle(new Request(c.req.url, { headers }), kept);
    },
  );
}

function there(accounts: Accounts | null): Accounts {
  if (accounts) return accounts;
  throw problem("demo-without-accounts");
}

function tooMany(): Problem {
  return problem("too-many-attempts");
}

function addressOf(c: Context, behindProxy: boolean): string {
  return clientAddress(behindProxy, c.req.header("x-forwarded-for"), getConnInfo(c).remote.address);
}
