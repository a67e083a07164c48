import { Hono } from "hono";
import { z } from "zod";
import type { People } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { conferenceName } from "../conference/conferenceName.ts";
import type { Database } from "../store/database.ts";
import { answer } from "./answer.ts";
import { does } from "./openapi/does.ts";
import { signedIn } from "./signedIn.ts";

/** What the conference's routes work on. */
export interface ConferenceParts {
  readonly db: Database;
  readonly people: People;
  readonly sessions: Sessions;
}

const conference = z.object({
  name: z.string(),
  groups: z.array(z.object({ code: z.string(), name: z.string(), color: z.string() })),
});

/** `/api/conference`: its name and its groups. */
export function conferenceRoutes({ db, people, sessions }: ConferenceParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get("/", does("The conference: its name and its groups", { answer: conference }), async (c) =>
      answer(c, { name: await conferenceName(db), groups: await people.groups() }),
    );
}
