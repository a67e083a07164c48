import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { authorNames, fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import { z } from "zod";
import type { Authors } from "../ledger/authors.ts";
import type { Drafts } from "../conference/drafts.ts";
import type { Exports } from "../conference/exports.ts";
import type { Person } from "../conference/people.ts";
import type { Review } from "../conference/review.ts";
import { mayWrite } from "../conference/rights.ts";
import type { Sessions } from "../conference/sessions.ts";
import type { Structure } from "../conference/structure.ts";
import type { Tickets } from "../conference/tickets.ts";
import { body, query } from "./body.ts";
import { Problem } from "./problem.ts";
import { answer } from "./answer.ts";
import { signedIn } from "./signedIn.ts";

/** What the drafts' routes work on. */
export interface DraftParts {
  readonly sessions: Sessions;
  readonly drafts: Drafts;
  readonly authors: Authors;
  readonly tickets: Tickets;
  readonly review: Review;
  readonly structure: Structure;
  readonly exports: Exports;
}

const opening = z.object({ text: z.string(), group: z.string().optional() });
const decision = z.object({ change: z.string(), verdict: z.enum(["accept", "reject"]) });
const command = z.discriminatedUnion("command", [
  z.object({ command: z.enum(["suppress", "restore"]), clause: z.string() }),
  z.object({ command: z.literal("move"), clause: z.string(), before: z.string().nullable() }),
]);
const file = z
  .object({
    format: z.enum(fileFormats),
    view: z.enum(fileViews),
    authors: z.enum(authorNames).default("group"),
    comments: z.enum(["yes", "no"]).default("no"),
  })
  .refine(({ format, view }) => hasView(format, view), {
    error: "That kind of file has no such view.",
    path: ["view"],
  });

/** `/api/drafts`: drafts, tickets to their rooms, decisions, commands on their structure, and files of them. */
export function draftRoutes({ sessions, drafts, authors, tickets, review, structure, exports }: DraftParts) {
  return new Hono()
    .use(signedIn(sessions))
    .use("/:id/*", unlessUnseen(drafts))
    .get("/", async (c) => answer(c, await drafts.list(c.var.person)))
    .post("/", body(opening), async (c) => {
      const { text, group } = c.req.valid("json");
      return answer(c, { id: await drafts.open(c.var.person, text, group) });
    })
    .get("/:id", async (c) => answer(c, await drafts.get(c.var.person, c.req.param("id"))))
    .get("/:id/authors", async (c) => answer(c, await authors.of(await drafts.find(c.req.param("id")))))
    .put("/:id/shared", body(z.object({ shared: z.boolean() })), async (c) => {
      await drafts.share(c.var.person, c.req.param("id"), c.req.valid("json").shared);
      return answer(c, {});
    })
    .post("/:id/ticket", async (c) => {
      const draft = await drafts.find(c.req.param("id"));
      return answer(c, { ticket: tickets.issue(draft.id, c.var.person.id) });
    })
    .post("/:id/decisions", body(decision), async (c) => {
      const { change, verdict } = c.req.valid("json");
      return answer(c, { decision: await review.decide(c.var.person, c.req.param("id"), change, verdict) });
    })
    .post("/:id/commands", body(command), async (c) => {
      const draft = await drafts.find(c.req.param("id"));
      if (!mayWrite(c.var.person, draft.group))
        throw new Problem(403, `Only delegates and the coordinator of ${draft.group} may change this draft.`);
      await structure.run(c.var.person, draft, c.req.valid("json"));
      return answer(c, {});
    })
    .get("/:id/export", query(file), async (c) => {
      const draft = await drafts.find(c.req.param("id"));
      const { signal } = c.req.raw;
      const out = await exports.write(draft, c.req.valid("query"), signal).catch((error: unknown) => {
        // Whoever asked has gone: there is nobody to answer.
        if (signal.aborted) return null;
        throw error;
      });
      if (out === null) return c.body(null, 204);
      return c.body(out.bytes, 200, {
        "content-type": out.type,
        "content-disposition": `attachment; filename="${out.name}"`,
      });
    });
}

/** Middleware before every route of one draft: whoever may not see it learns nothing, not even that it is there. */
function unlessUnseen(drafts: Pick<Drafts, "visible">) {
  return createMiddleware<{ Variables: { person: Person } }>(async (c, next) => {
    await drafts.visible(c.var.person, c.req.param("id") ?? "");
    await next();
  });
}
