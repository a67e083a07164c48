import { createMiddleware } from "hono/factory";
import type { Person } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { problem } from "./problem.ts";

/** Middleware that lets only signed-in people pass; the routes behind it find the person in `c.var.person`. */
export function signedIn(sessions: Pick<Sessions, "person">) {
  return createMiddleware<{ Variables: { person: Person } }>(async (c, next) => {
    const person = await sessions.person(c.req.raw.headers);
    if (!person) throw problem("sign-in-first");
    c.set("person", person);
    await next();
  });
}
