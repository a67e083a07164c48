import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import type { Account } from "../access/accounts.ts";
import type { People, Person } from "../conference/people.ts";
import { type DemoSessions, SESSION_COOKIE, type Sessions } from "../conference/sessions.ts";
import { answer } from "./answer.ts";
import { body } from "./body.ts";
import { does } from "./openapi/does.ts";
import { person } from "./openapi/models.ts";
import { problem } from "./problem.ts";

/** Who is signed in; `people` are the persons one can be, listed in the demo alone. */
export interface SessionView {
  readonly person: Person | null;
  /** Who is signed in with an account, in the conference or not. */
  readonly account: Account | null;
  readonly demo: boolean;
  readonly people: Person[];
  /** What the identity provider to sign in with is called; null when there is none. */
  readonly oidc: string | null;
}

/** What the session's routes work on. */
export interface SessionParts {
  /** Null when people sign in with accounts. */
  readonly demoSessions: DemoSessions | null;
  readonly people: People;
  readonly sessions: Sessions;
  readonly oidcName: string | null;
}

const session = z.object({
  person: person.nullable(),
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  demo: z.boolean(),
  people: z.array(person),
  oidc: z.string().nullable(),
});

/** `/api/session`: who am I, sign in (in the demo: by choosing a person), sign out. */
export function sessionRoutes({ demoSessions, people, sessions, oidcName }: SessionParts) {
  const view = async (c: Context, person: Person | null) =>
    answer<SessionView>(c, {
      person,
      account: await sessions.account(c.req.raw.headers),
      demo: demoSessions !== null,
      people: demoSessions ? await people.all() : [],
      oidc: oidcName,
    });
  return new Hono()
    .get("/", does("Who is signed in", { answer: session }), async (c) =>
      view(c, await sessions.person(c.req.raw.headers)),
    )
    .post(
      "/",
      does("Sign in as somebody of the demo", { answer: session, act: "sign in" }),
      body(z.object({ person: z.string() })),
      async (c) => {
        if (!demoSessions) throw problem("demo-alone");
        const person = await people.find(c.req.valid("json").person);
        if (!person) throw problem("unknown-demo-person");
        const token = await demoSessions.begin(person, c.req.raw.headers, () =>
          acting(c).statements({ act: "sign in", person: person.id }, {}),
        );
        setCookie(c, SESSION_COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/" });
        return view(c, person);
      },
    )
    .delete("/", does("Sign out", { answer: z.object({}), act: "sign out" }), async (c) => {
      const { headers } = c.req.raw;
      const account = await sessions.account(headers);
      const kept = () =>
        acting(c).statements({ act: "sign out", ...(account === null ? {} : { person: account.id }) }, {});
      for (const cookie of await sessions.end(headers, kept)) c.header("set-cookie", cookie, { append: true });
      return answer(c, {});
    });
}
