import { Hono } from "hono";
import type { People } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { conferenceName } from "../conference/conferenceName.ts";
import type { Database } from "../store/database.ts";
import { answer } from "./answer.ts";
import { signedIn } from "./signedIn.ts";

/** What the conference's routes work on. */
export interface ConferenceParts {
  readonly db: Database;
  readonly people: People;
  readonly sessions: Sessions;
}

/** `/api/conference`: its name and its groups. */
export function conferenceRoutes({ db, people, sessions }: ConferenceParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get("/", async (c) => answer(c, { name: await conferenceName(db), groups: await people.groups() }));
}
