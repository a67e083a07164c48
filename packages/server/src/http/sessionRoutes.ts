import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { People, Person } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "./answer.ts";
import { body } from "./body.ts";
import { does } from "./openapi/does.ts";
import { person } from "./openapi/models.ts";
import { Problem } from "./problem.ts";
import { SESSION_COOKIE } from "./signedIn.ts";

/** Who is signed in; `people` are the persons one can be, listed in the demo alone. */
export interface SessionView {
  readonly person: Person | null;
  readonly demo: boolean;
  readonly people: Person[];
}

/** What the session's routes work on. */
export interface SessionParts {
  readonly demo: boolean;
  readonly people: People;
  readonly sessions: Sessions;
}

const session = z.object({ person: person.nullable(), demo: z.boolean(), people: z.array(person) });

/** `/api/session`: who am I, sign in (in the demo: by choosing a person), sign out. */
export function sessionRoutes({ demo, people, sessions }: SessionParts) {
  return new Hono<{ Variables: { person: Person } }>()
    .get("/", does("Who is signed in", { answer: session }), async (c) => {
      const signedIn = await sessions.person(getCookie(c, SESSION_COOKIE));
      return answer<SessionView>(c, { person: signedIn, demo, people: demo ? await people.all() : [] });
    })
    .post(
      "/",
      does("Sign in as somebody of the demo", { answer: session, act: "sign in" }),
      body(z.object({ person: z.string() })),
      async (c) => {
        if (!demo) throw new Problem(403, "Choosing a person is for the demo only. Sign in with your account.");
        const person = await people.find(c.req.valid("json").person);
        if (!person) throw new Problem(404, "There is no such person. Take one of the list of GET /api/session.");
        c.set("person", person);
        await sessions.end(getCookie(c, SESSION_COOKIE));
        setCookie(c, SESSION_COOKIE, await sessions.begin(person), { httpOnly: true, sameSite: "Lax", path: "/" });
        return answer<SessionView>(c, { person, demo, people: await people.all() });
      },
    )
    .delete("/", does("Sign out", { answer: z.object({}), act: "sign out" }), async (c) => {
      await sessions.end(getCookie(c, SESSION_COOKIE));
      deleteCookie(c, SESSION_COOKIE, { path: "/" });
      return answer(c, {});
    });
}
