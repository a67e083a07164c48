import { Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import { fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import type { Drafts } from "../conference/drafts.ts";
import type { Exports } from "../conference/exports.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body, query } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { clause, redline, text } from "../http/openapi/models.ts";
import { signedIn } from "../http/signedIn.ts";
import { shareClauses } from "./sharedClauses.ts";
import type { Versions } from "./versions.ts";

/** What the versions' routes work on. */
export interface VersionRouteParts {
  readonly sessions: Sessions;
  readonly drafts: Drafts;
  readonly versions: Versions;
  readonly exports: Exports;
}

/** How many texts are asked for at once at most. */
const MOST = 32;

const person = z.object({ id: z.string(), name: z.string() });
const version = z.object({ id: z.string(), name: z.string(), seq: z.int(), person, at: z.iso.datetime() });
const moment = z.object({
  from: z.int(),
  to: z.int(),
  person,
  group: z.string(),
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
});
const decision = z.object({
  id: z.string(),
  verdict: z.enum(["accept", "reject", "undo"]),
  person,
  group: z.string(),
  at: z.iso.datetime(),
  seq: z.int(),
  summary: z.string(),
});
const history = z.object({
  head: z.int(),
  moments: z.array(moment),
  decisions: z.array(decision),
  versions: z.array(version),
});
const shared = z.object({ clauses: z.array(clause), texts: z.array(z.array(z.int())) });
const numbers = z
  .string()
  .regex(/^\d{1,15}(,\d{1,15})*$/, "Give the numbers of updates, with commas between them.")
  .refine((given) => given.split(",").length <= MOST, `Ask for at most ${MOST} texts at once.`);
const sides = { from: z.string().default("published"), to: z.string().default("current") };
const file = z
  .object({ ...sides, format: z.enum(fileFormats), view: z.enum(fileViews).default("marked") })
  .refine(({ format, view }) => hasView(format, view), {
    error: "That kind of file has no such view.",
    path: ["view"],
  });
const named = z.object({ name: z.string().trim().min(1).max(200) });
const which = "`published`, `agreed`, `current`, the number of an update or the id of a version";

/** `/api/drafts/:id/…`: what happened to a draft, its text at every moment, and what changed between any two. */
export function versionRoutes({ sessions, drafts, versions, exports }: VersionRouteParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get(
      "/:id/history",
      does("The moments and named versions of a draft", { answer: history }),
      query(
        z.object({
          before: z
            .string()
            .regex(/^\d{1,15}$/)
            .optional(),
        }),
      ),
      async (c) => {
        const { before } = c.req.valid("query");
        const draft = await drafts.find(c.req.param("id"));
        return answer(c, await versions.history(draft, before === undefined ? undefined : Number(before)));
      },
    )
    .get("/:id/at/:which", does(`A text of a draft: ${which}`, { answer: text }), async (c) =>
      answer(c, await versions.text(await drafts.find(c.req.param("id")), c.req.param("which"))),
    )
    .get(
      "/:id/moments",
      does("The texts of a draft after several updates, by their numbers; what they share is there once", {
        answer: shared,
      }),
      query(z.object({ at: numbers })),
      async (c) => {
        const seqs = [...new Set(c.req.valid("query").at.split(",").map(Number))].sort((a, b) => a - b);
        return answer(c, shareClauses(await versions.moments(await drafts.find(c.req.param("id")), seqs)));
      },
    )
    .get(
      "/:id/compare",
      does(`The redline between two texts of a draft, each ${which}`, { answer: redline }),
      query(z.object(sides)),
      async (c) => {
        const { from, to } = c.req.valid("query");
        return answer(c, await versions.redline(await drafts.find(c.req.param("id")), from, to));
      },
    )
    .get(
      "/:id/compare/export",
      does(`What changed between two texts of a draft as a file, each ${which}`, { file: "application/octet-stream" }),
      query(file),
      async (c) => {
        const { from, to, ...asked } = c.req.valid("query");
        const draft = await drafts.find(c.req.param("id"));
        const out = await exports.compared(draft, await versions.redline(draft, from, to), asked, c.req.raw.signal);
        return c.body(out.bytes, 200, {
          "content-type": out.type,
          "content-disposition": `attachment; filename="${out.name}"`,
        });
      },
    )
    .post(
      "/:id/versions",
      does("Name the text as it is now", { answer: version, act: "snapshot" }),
      body(named),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        const { name } = c.req.valid("json");
        const made = await versions.snapshot(c.var.person, draft, name, (made) =>
          acting(c).statements({ act: "snapshot", draft: draft.id, detail: { version: made.id, seq: made.seq } }, made),
        );
        return answer(c, made);
      },
    )
    .put(
      "/:id/versions/:version",
      does("Rename a version", { answer: z.object({}), act: "rename version" }),
      body(named),
      async (c) => {
        const draft = await drafts.find(c.req.param("id"));
        const version = c.req.param("version");
        await versions.rename(c.var.person, draft, version, c.req.valid("json").name, () =>
          acting(c).statements({ act: "rename version", draft: draft.id, detail: { version } }, {}),
        );
        return answer(c, {});
      },
    );
}
