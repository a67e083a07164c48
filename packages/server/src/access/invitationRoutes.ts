import { Hono } from "hono";
import { z } from "zod";
import { conferenceName } from "../conference/conferenceName.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { person } from "../http/openapi/models.ts";
import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { password } from "./accountRoutes.ts";
import type { Accounts } from "./accounts.ts";
import type { Invitations } from "./invitations.ts";

/** What the invitations' routes work on. */
export interface InvitationParts {
  readonly db: Database;
  readonly invitations: Invitations;
  readonly accounts: Accounts | null;
  readonly sessions: Sessions;
}

const fresh = z.object({ name: z.string().trim().min(1).max(200), email: z.email().max(320), password });
const acceptance = z.object({ account: fresh.nullable() });

const said = person.omit({ id: true }).extend({ conference: z.string() });

/** `/api/invitations/:token`: what an invitation says, and taking it up, with a new account or with the signed-in one. */
export function invitationRoutes({ db, invitations, accounts, sessions }: InvitationParts) {
  return new Hono()
    .get("/:token", does("What an invitation says", { answer: said }), async (c) => {
      const invitation = await invitations.read(c.req.param("token"));
      return answer(c, { ...invitation, conference: await conferenceName(db) });
    })
    .post(
      "/:token",
      does("Take an invitation up", { answer: z.object({}), act: "join", secret: true }),
      body(acceptance),
      async (c) => {
        if (!accounts) throw problem("demo-without-joining");
        const { account: given } = c.req.valid("json");
        await invitations.accept(c.req.param("token"), async () => {
          if (!given) {
            const signedIn = await sessions.account(c.req.raw.headers);
            if (!signedIn) throw problem("sign-in-or-join");
            return signedIn;
          }
          const { account, headers } = await accounts.make(given);
          for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
          return account;
        });
        return answer(c, {});
      },
    );
}
