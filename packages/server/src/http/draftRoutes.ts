import type { CommandOutcome, StructureCommand } from "@plenary/collab";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { authorNames, fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import { z } from "zod";
import type { Authors } from "../ledger/authors.ts";
import { acting } from "../acts/acting.ts";
import type { Drafts } from "../conference/drafts.ts";
import type { Exports } from "../conference/exports.ts";
import type { Person } from "../conference/people.ts";
import { mayWrite } from "../conference/rights.ts";
import type { Sessions } from "../conference/sessions.ts";
import type { Structure } from "../conference/structure.ts";
import { commentChoices } from "../word/threadComments.ts";
import type { Tickets } from "../conference/tickets.ts";
import { body, query } from "./body.ts";
import { does } from "./openapi/does.ts";
import { draftSummary, text } from "./openapi/models.ts";
import { problem } from "./problem.ts";
import { answer } from "./answer.ts";
import { type ReviewRouteParts, reviewRoutes } from "./reviewRoutes.ts";
import { signedIn } from "./signedIn.ts";

/** What the drafts' routes work on. */
export interface DraftParts extends ReviewRouteParts {
  readonly sessions: Sessions;
  readonly drafts: Drafts;
  readonly authors: Authors;
  readonly tickets: Tickets;
  readonly structure: Structure;
  readonly exports: Exports;
}

const opening = z.object({ text: z.string(), group: z.string().optional() });
const number = z.object({ number: z.string().trim().min(1).max(100) });
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
const authorship = z.record(z.string(), z.array(z.object({ name: z.string(), group: z.string(), at: z.string() })));
const draftDetail = draftSummary.extend({ published: text, mayDecide: z.boolean(), mayName: z.boolean() });
const file = z
  .object({
    format: z.enum(fileFormats),
    view: z.enum(fileViews),
    authors: z.enum(authorNames).default("group"),
    comments: z.enum(commentChoices).default("none"),
  })
  .refine(({ format, view, comments }) => comments === "none" || (format === "docx" && view !== "table"), {
    error: "Comments go along in Word files of the text alone. Take one of these, or no comments.",
    path: ["comments"],
  })
  .refine(({ format, view }) => hasView(format, view), {
    error: "That kind of file has no such view.",
    path: ["view"],
  });

/** `/api/drafts`: drafts, tickets to their rooms, decisions, commands on their structure, and files of them. */
export function draftRoutes(parts: DraftParts) {
  const { sessions, drafts, authors, tickets, structure, exports } = parts;
  return new Hono()
    .use(signedIn(sessions))
    .use("/:id/*", unlessUnseen(drafts))
    .route("/", reviewRoutes(parts))
    .get("/", does("The drafts that one may see", { answer: z.array(draftSummary) }), async (c) =>
      answer(c, await drafts.list(c.var.person)),
    )
    .post(
      "/",
      does("Open the group's draft on a text", { answer: z.object({ id: z.string() }), act: "open draft" }),
      body(opening),
      async (c) => {
        const { text, group } = c.req.valid("json");
        const kept = (id: string) => acting(c).statements({ act: "open draft", draft: id, detail: { text } }, { id });
        return answer(c, { id: await drafts.open(c.var.person, text, group, kept) });
      },
    )
    .get("/:id", does("One draft with the edition that it amends", { answer: draftDetail }), async (c) =>
      answer(c, await drafts.get(c.var.person, c.req.param("id"))),
    )
    .get("/:id/authors", does("Who made each change of the draft", { answer: authorship }), async (c) =>
      answer(c, await authors.of(await drafts.find(c.req.param("id")))),
    )
    .put(
      "/:id/shared",
      does("Share the draft with everybody, or keep it for its group", { answer: z.object({}), act: "share draft" }),
      body(z.object({ shared: z.boolean() })),
      async (c) => {
        const [draft, { shared }] = [c.req.param("id"), c.req.valid("json")];
        const kept = () => acting(c).statements({ act: "share draft", draft, detail: { shared } }, {});
        await drafts.share(c.var.person, draft, shared, kept);
        return answer(c, {});
      },
    )
    .put(
      "/:id/number",
      does("Give the draft another number", { answer: z.object({}), act: "rename draft" }),
      body(number),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        const { number } = c.req.valid("json");
        const detail = { from: draft.number, to: number };
        const kept = acting(c).statements({ act: "rename draft", draft: draft.id, detail }, {});
        await drafts.renumber(c.var.person, draft, number, kept);
        return answer(c, {});
      },
    )
    .post(
      "/:id/ticket",
      does("A ticket to the rooms of the draft, for 60 seconds", {
        answer: z.object({ ticket: z.string() }),
        act: null,
      }),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        return answer(c, { ticket: tickets.issue(draft.id, c.var.person.id) });
      },
    )
    .post(
      "/:id/commands",
      does("A command on the structure of the draft", {
        answer: z.object({ made: z.string().nullable() }),
        act: "command",
      }),
      body(command),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        if (!mayWrite(c.var.person, draft.group)) throw problem("draft-read-only", { group: draft.group });
        const given = c.req.valid("json");
        const outcome = await structure.run(c.var.person, draft, given, (made) =>
          acting(c).statements({ act: given.command, draft: draft.id, detail: { ...placeOf(given), made } }, { made }),
        );
        return answer(c, done(outcome));
      },
    )
    .get("/:id/export", does("The draft as a file", { file: "application/octet-stream" }), query(file), async (c) => {
      const draft = await drafts.find(c.req.param("id"));
      const { signal } = c.req.raw;
      const out = await exports.write(c.var.person, draft, c.req.valid("query"), signal).catch((error: unknown) => {
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

/** Where a command was to work, without the words that it names. */
function placeOf(given: StructureCommand): { readonly [key: string]: string | number | null } {
  switch (given.command) {
    case "suppress":
    case "restore":
      return { clause: given.clause };
    case "move":
      return { clause: given.clause, before: given.before };
    case "split":
      return { clause: given.clause, at: given.at };
    case "merge":
      return { clause: given.clause, next: given.next };
  }
}

/** What a command's answer says: the id of the clause that it made, if any; throws when it could not be done. */
function done(outcome: CommandOutcome): { readonly made: string | null } {
  switch (outcome.outcome) {
    case "done":
    case "unchanged":
      return { made: outcome.made };
    case "missing":
      throw problem("clause-gone");
    case "changed":
      throw problem("words-changed");
  }
}
