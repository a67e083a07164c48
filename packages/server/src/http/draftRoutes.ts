import type { CommandOutcome } from "@plenary/collab";
import { Hono } from "hono";
import { authorNames, fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import { z } from "zod";
import type { Authors } from "../ledger/authors.ts";
import type { Drafts } from "../conference/drafts.ts";
import type { Exports } from "../conference/exports.ts";
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
  z.object({
    command: z.literal("split"),
    clause: z.string(),
    at: z.int().nonnegative(),
    before: z.string().max(100),
    after: z.string().max(100),
  }),
  z.object({ command: z.literal("merge"), clause: z.string(), next: z.string() }),
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
    .get("/", async (c) => answer(c, await drafts.list(c.var.person)))
    .post("/", body(opening), async (c) => {
      const { text, group } = c.req.valid("json");
      return answer(c, { id: await drafts.open(c.var.person, text, group) });
    })
    .get("/:id", async (c) => answer(c, await drafts.get(c.var.person, c.req.param("id"))))
    .get("/:id/authors", async (c) => answer(c, await authors.of(await drafts.find(c.req.param("id")))))
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
      return answer(c, done(await structure.run(c.var.person, draft, c.req.valid("json"))));
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

/** What a command's answer says: the id of the clause that it made, if any; throws when it could not be done. */
function done(outcome: CommandOutcome): { readonly made: string | null } {
  switch (outcome.outcome) {
    case "done":
      return { made: outcome.made };
    case "unchanged":
      return { made: null };
    case "missing":
      throw new Problem(409, "That clause is no longer in the draft. Nothing was changed.");
    case "changed":
      throw new Problem(
        409,
        "Somebody changed the words there meanwhile. Nothing was changed; look again and repeat it.",
      );
  }
}
