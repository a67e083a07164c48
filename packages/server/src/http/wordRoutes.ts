import { Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import type { Sessions } from "../conference/sessions.ts";
import type { WordImports } from "../word/wordImports.ts";
import { answer } from "./answer.ts";
import { query } from "./body.ts";
import { fileBytes, fileLimit } from "./fileBody.ts";
import { does } from "./openapi/does.ts";
import { symbol, textSummary } from "./openapi/models.ts";
import { signedIn } from "./signedIn.ts";

/** What the routes of Word files work on. */
export interface WordParts {
  readonly sessions: Sessions;
  readonly words: WordImports;
}

const name = z.string().min(1).max(200);
const asked = z.object({ name, text: z.string().optional() });
const chosen = z.object({
  name,
  text: z.string(),
  seen: z.string(),
  silent: z.enum(["take", "leave"]).optional(),
  group: z.string().optional(),
  comments: z.enum(["internal", "open", "leave"]).default("internal"),
});

const edit = z.object({
  symbol,
  words: z.boolean(),
  label: z.string().nullable(),
  segments: z.array(z.object({ op: z.enum(["=", "-", "+"]), text: z.string() })),
});
const report = z.object({
  number: z.string(),
  title: z.string(),
  language: textSummary.shape.language,
  clauses: z.int(),
  tracked: z.int(),
  authors: z.array(z.object({ name: z.string(), changes: z.int() })),
  notes: z.array(z.looseObject({})),
  comments: z.int(),
  candidates: z.array(z.looseObject({ text: textSummary })),
  recognised: z.boolean(),
  against: z.object({ text: z.string(), silent: z.array(edit), seen: z.string() }).nullable(),
});

/** `/api/word`: Word files as amendments. The file is the body; it is sent again with the choice, nothing is kept between. */
export function wordRoutes({ sessions, words }: WordParts) {
  return new Hono()
    .use(signedIn(sessions))
    .use(fileLimit)
    .post(
      "/report",
      does("What a Word file holds, seen against the library; nothing is kept", { answer: report, act: null }),
      query(asked),
      async (c) => {
        const { name, text } = c.req.valid("query");
        return answer(c, await words.report(c.var.person, { name, bytes: await fileBytes(c) }, text));
      },
    )
    .post(
      "/draft",
      does("Make a draft of a Word file", { answer: z.object({ id: z.string() }), act: "import draft" }),
      query(chosen),
      async (c) => {
        const { name, ...choice } = c.req.valid("query");
        const file = { name, bytes: await fileBytes(c) };
        const kept = (id: string) =>
          acting(c).statements({ act: "import draft", draft: id, detail: { text: choice.text } }, { id });
        return answer(c, { id: await words.draft(c.var.person, file, choice, kept) });
      },
    );
}
