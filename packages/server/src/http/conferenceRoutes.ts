import { Hono } from "hono";
import { z } from "zod";
import type { ConferenceSetUp } from "../access/conferenceSetUp.ts";
import { acting } from "../acts/acting.ts";
import { only } from "../access/peopleRoutes.ts";
import type { People } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import { conferenceName } from "../conference/conferenceName.ts";
import type { Database } from "../store/database.ts";
import { answer } from "./answer.ts";
import { body } from "./body.ts";
import { does } from "./openapi/does.ts";
import { signedIn } from "./signedIn.ts";

/** What the conference's routes work on. */
export interface ConferenceParts {
  readonly db: Database;
  readonly people: People;
  readonly sessions: Sessions;
  readonly setUp: ConferenceSetUp;
}

const named = z.object({ name: z.string().trim().min(1).max(200) });
const group = named.extend({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,11}$/, "A code is up to 12 capitals and digits."),
});
const setUpOnly = only("set up the conference", "conference-secretariat");
const conference = z.object({
  name: z.string(),
  groups: z.array(z.object({ code: z.string(), name: z.string(), color: z.string() })),
});

/** `/api/conference`: its name and its groups. */
export function conferenceRoutes({ db, people, sessions, setUp }: ConferenceParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get("/", does("The conference: its name and its groups", { answer: conference }), async (c) =>
      answer(c, { name: await conferenceName(db), groups: await people.groups() }),
    )
    .put(
      "/",
      setUpOnly,
      does("Name the conference", { answer: z.object({}), act: "name conference" }),
      body(named),
      async (c) => {
        await setUp.rename(c.req.valid("json").name, () => acting(c).statements({ act: "name conference" }, {}));
        return answer(c, {});
      },
    )
    .post(
      "/groups",
      setUpOnly,
      does("Add a group", { answer: z.object({}), act: "add group" }),
      body(group),
      async (c) => {
        const { code, name } = c.req.valid("json");
        await setUp.addGroup(code, name, () => acting(c).statements({ act: "add group", detail: { code } }, {}));
        return answer(c, {});
      },
    );
}
