import { Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import { conferenceName } from "../conference/conferenceName.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { person } from "../http/openapi/models.ts";
import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import { password } from "./accountRoutes.ts";
import type { Account, Accounts } from "./accounts.ts";
import type { Invitations } from "./invitations.ts";

/** What the invitations' routes work on. */
export interface InvitationParts {
  readonly db: Database;
  readonly commit: Store["commit"];
  readonly invitations: Invitations;
  readonly accounts: Accounts | null;
  readonly sessions: Sessions;
}

const fresh = z.object({ name: z.string().trim().min(1).max(200), email: z.email().max(320), password });
const acceptance = z.object({ account: fresh.nullable() });

const said = person.omit({ id: true }).extend({ conference: z.string() });

/** `/api/invitations/:token`: what an invitation says, and taking it up, with a new account or with the signed-in one. */
export function invitationRoutes({ db, commit, invitations, accounts, sessions }: InvitationParts) {
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
        const [token, { account: given }] = [c.req.param("token"), c.req.valid("json")];
        const joining = async (account: Account): Promise<Statement[]> => {
          const { id, role, group, statements } = await invitations.taking(token, account);
          const detail = { invitation: id, role, group };
          return [...statements, ...acting(c).statements({ act: "join", person: account.id, detail }, {})];
        };
        await invitations.read(token);
        if (given) {
          const { headers } = await accounts.make(given, joining);
          for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
        } else {
          const signedIn = await sessions.account(c.req.raw.headers);
          if (!signedIn) throw problem("sign-in-or-join");
          await commit(await joining(signedIn));
        }
        return answer(c, {});
      },
    );
}
