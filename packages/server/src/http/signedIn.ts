import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Person } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { Problem } from "./problem.ts";

/** The name of the cookie that holds the session's token. */
export const SESSION_COOKIE = "plenary_session";

/** Middleware that lets only signed-in people pass; the routes behind it find the person in `c.var.person`. */
export function signedIn(sessions: Sessions) {
  return createMiddleware<{ Variables: { person: Person } }>(async (c, next) => {
    const person = await sessions.person(getCookie(c, SESSION_COOKIE));
    if (!person) throw new Problem(401, "Sign in first: choose who you are on the start page.");
    c.set("person", person);
    await next();
  });
}
