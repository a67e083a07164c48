import { type Decision, readRecord, recordRoom } from "@plenary/collab";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import type { Drafts } from "../conference/drafts.ts";
import type { Person } from "../conference/people.ts";
import { decisionCsv, decisionLog } from "../review/decisionLog.ts";
import type { Review } from "../review/review.ts";
import type { Visits } from "../review/visits.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { answer } from "./answer.ts";
import { body, query } from "./body.ts";
import { does } from "./openapi/does.ts";
import { decision as decisionModel } from "./openapi/models.ts";

/** What the routes of the review work on. */
export interface ReviewRouteParts {
  readonly drafts: Drafts;
  readonly review: Review;
  readonly visits: Visits;
  readonly rooms: Rooms;
}

/** How many changes are decided in one act at most. */
const MOST = 5000;

const decision = z
  .object({
    change: z.string().optional(),
    changes: z.array(z.string()).min(1).max(MOST).optional(),
    verdict: z.enum(["accept", "reject"]),
    part: z.enum(["deletion", "insertion"]).optional(),
  })
  .refine(({ change, changes }) => (change === undefined) !== (changes === undefined), {
    error: "Give one change, or a list of changes.",
    path: ["changes"],
  });
const undoing = z.object({ decisions: z.array(z.string()).min(1).max(MOST) });
const file = z.object({ format: z.enum(["csv", "json"]) });

/** Of a draft, behind sign-in: deciding on its changes, undoing that, the log of decisions, and visits to it. */
export function reviewRoutes({ drafts, review, visits, rooms }: ReviewRouteParts) {
  const log = async (id: string) => {
    const draft = await drafts.find(id);
    const decisions = await rooms.use(recordRoom(draft.id), ({ doc }) => readRecord(doc).decisions);
    return { draft, log: decisionLog(decisions) };
  };
  return new Hono<{ Variables: { person: Person } }>()
    .post(
      "/:id/decisions",
      does("Accept or reject a change, or several in one act", {
        answer: z.object({ decision: decisionModel.optional(), decisions: z.array(decisionModel) }),
        act: "decide",
      }),
      body(decision),
      async (c) => {
        const { change, changes = [change ?? ""], verdict, part } = c.req.valid("json");
        const draft = c.req.param("id");
        const keep = kept(c, verdict, draft, (taken) => ({ decision: taken[0], decisions: taken }));
        const decisions = await review.decide(c.var.person, draft, { changes, verdict, part }, keep);
        return answer(c, { decision: decisions[0], decisions });
      },
    )
    .post(
      "/:id/decisions/undo",
      does("Undo decisions that were taken in one act", {
        answer: z.object({ decisions: z.array(decisionModel) }),
        act: "undo",
      }),
      body(undoing),
      async (c) => {
        const draft = c.req.param("id");
        const keep = kept(c, "undo", draft, (decisions) => ({ decisions }));
        const decisions = await review.undo(c.var.person, draft, c.req.valid("json").decisions, keep);
        return answer(c, { decisions });
      },
    )
    .get(
      "/:id/decisions",
      does("The log of decisions", { answer: z.array(decisionModel.extend({ undone: z.string().nullable() })) }),
      async (c) => answer(c, (await log(c.req.param("id"))).log),
    )
    .get(
      "/:id/decisions/export",
      does("The log of decisions as a file", { file: "application/octet-stream" }),
      query(file),
      async (c) => {
        const { draft, log: decisions } = await log(c.req.param("id"));
        const { format } = c.req.valid("query");
        const name = `${draft.number.replaceAll(/[^\w-]+/g, "-")}-decisions.${format}`;
        const said = format === "csv" ? decisionCsv(decisions) : `${JSON.stringify(decisions, null, 2)}\n`;
        return c.body(said, 200, {
          "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
          "content-disposition": `attachment; filename="${name}"`,
        });
      },
    )
    .post(
      "/:id/visit",
      does("Note a visit to the draft", { answer: z.object({ before: z.iso.datetime().nullable() }), act: null }),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        return answer(c, { before: (await visits.note(c.var.person.id, draft.id))?.toISOString() ?? null });
      },
    );
}

/** What keeps an act on a draft and its answer: an entry of the audit log for each decision would say no more than its own row. */
function kept(c: Context, act: string, draft: string, said: (decisions: readonly Decision[]) => object) {
  return (decisions: readonly Decision[]) => {
    const [first] = decisions;
    const detail = {
      decision: first?.id ?? null,
      clause: first?.change.clause ?? null,
      kind: first?.change.kind ?? null,
      ...(decisions.length > 1 ? { decisions: decisions.length, act: first?.act ?? null } : {}),
    };
    return acting(c).statements({ act, draft, detail }, said(decisions));
  };
}
