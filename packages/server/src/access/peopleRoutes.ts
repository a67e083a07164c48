import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import type { People, Person } from "../conference/people.ts";
import { type Act, may, roles } from "../conference/rights.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { person } from "../http/openapi/models.ts";
import { problem } from "../http/problem.ts";
import type { ProblemCode } from "../http/problems.ts";
import { signedIn } from "../http/signedIn.ts";
import type { Database } from "../store/database.ts";
import type { Accounts } from "./accounts.ts";
import type { Invitations } from "./invitations.ts";
import { type Members, checkGroup } from "./members.ts";

/** Somebody of the conference as the secretariat sees them; `email` is null for who has no account. */
export interface PersonDetail extends Person {
  readonly email: string | null;
}

/** What the people's routes work on. */
export interface PeopleParts {
  readonly db: Database;
  readonly sessions: Sessions;
  readonly people: People;
  readonly accounts: Accounts | null;
  readonly invitations: Invitations;
  readonly members: Members;
}

const membership = z.object({ role: z.enum(roles), group: z.string().max(20).nullable() });
const invitation = membership.extend({ name: z.string().trim().max(200) });

const nothing = z.object({});
const link = z.object({ path: z.string() });
const open = person.omit({ id: true }).extend({ id: z.string(), expiresAt: z.iso.datetime() });
const everybody = z.object({
  people: z.array(person.extend({ email: z.string().nullable() })),
  invitations: z.array(open),
});

/** `/api/people`: who is in the conference as what, and the links by which people join it. For the secretariat. */
export function peopleRoutes({ db, sessions, people, accounts, invitations, members }: PeopleParts) {
  return new Hono()
    .use(signedIn(sessions))
    .use(only("look after people", "people-secretariat"))
    .get("/", does("Who is in the conference, and open invitations", { answer: everybody }), async (c) => {
      const emails = await accounts?.emails();
      const listed = (await people.all()).map((person): PersonDetail => ({
        ...person,
        email: emails?.get(person.id) ?? null,
      }));
      return answer(c, { people: listed, invitations: await invitations.open() });
    })
    .post(
      "/invitations",
      does("A link for one person to join by", { answer: link, act: "invite", secret: true }),
      body(invitation),
      async (c) => {
        const given = c.req.valid("json");
        await checkGroup(db, given.group);
        const token = await invitations.make(given, c.var.person, (id) =>
          acting(c).statements({ act: "invite", detail: { invitation: id, role: given.role, group: given.group } }, {}),
        );
        return answer(c, { path: `/invitation/${token}` });
      },
    )
    .delete(
      "/invitations/:id",
      does("Withdraw an invitation", { answer: nothing, act: "withdraw invitation" }),
      async (c) => {
        const id = c.req.param("id");
        await invitations.withdraw(id, () =>
          acting(c).statements({ act: "withdraw invitation", detail: { invitation: id } }, {}),
        );
        return answer(c, {});
      },
    )
    .patch(
      "/:id",
      does("Give somebody another role or group", { answer: nothing, act: "change role" }),
      body(membership),
      async (c) => {
        const [id, given] = [c.req.param("id"), c.req.valid("json")];
        await members.change(c.var.person, id, given, () =>
          acting(c).statements({ act: "change role", detail: { member: id, ...given } }, {}),
        );
        return answer(c, {});
      },
    )
    .delete("/:id", does("Take somebody out of the conference", { answer: nothing, act: "revoke" }), async (c) => {
      const id = c.req.param("id");
      await members.revoke(c.var.person, id, () => acting(c).statements({ act: "revoke", detail: { member: id } }, {}));
      return answer(c, {});
    })
    .post(
      "/:id/password",
      does("A link for a new password", { answer: link, act: "password link", secret: true }),
      async (c) => {
        const person = await people.find(c.req.param("id"));
        const kept = (id: string) => acting(c).statements({ act: "password link", detail: { member: id } }, {});
        const token = person && (await accounts?.resetToken(person.id, kept));
        if (!token) throw problem("no-password");
        return answer(c, { path: `/password/${token}` });
      },
    );
}

/** Middleware behind {@link signedIn}: lets only those pass who may do that. */
export function only(act: Act, otherwise: ProblemCode) {
  return createMiddleware<{ Variables: { person: Person } }>(async (c, next) => {
    if (!may(c.var.person, act)) throw problem(otherwise);
    await next();
  });
}
