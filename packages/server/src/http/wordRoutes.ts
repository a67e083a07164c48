import { Hono } from "hono";
import { z } from "zod";
import type { Sessions } from "../conference/sessions.ts";
import type { WordImports } from "../word/wordImports.ts";
import { answer } from "./answer.ts";
import { query } from "./body.ts";
import { fileBytes, fileLimit } from "./fileBody.ts";
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
});

/** `/api/word`: Word files as amendments. The file is the body; it is sent again with the choice, nothing is kept between. */
export function wordRoutes({ sessions, words }: WordParts) {
  return new Hono()
    .use(signedIn(sessions))
    .use(fileLimit)
    .post("/report", query(asked), async (c) => {
      const { name, text } = c.req.valid("query");
      return answer(c, await words.report(c.var.person, { name, bytes: await fileBytes(c) }, text));
    })
    .post("/draft", query(chosen), async (c) => {
      const { name, text, seen, silent, group } = c.req.valid("query");
      const file = { name, bytes: await fileBytes(c) };
      return answer(c, { id: await words.draft(c.var.person, file, { text, seen, silent, group }) });
    });
}
