import { Hono } from "hono";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import { mayImport } from "../conference/rights.ts";
import type { Proposals } from "../conference/proposals.ts";
import type { Person } from "../conference/people.ts";
import type { Sessions } from "../conference/sessions.ts";
import type { Texts } from "../conference/texts.ts";
import { body, query } from "./body.ts";
import { fileBytes, fileLimit } from "./fileBody.ts";
import { does } from "./openapi/does.ts";
import { clause, draftSummary, text, textSummary } from "./openapi/models.ts";
import { problem } from "./problem.ts";
import { answer } from "./answer.ts";
import { signedIn } from "./signedIn.ts";

/** What the library's routes work on. */
export interface TextParts {
  readonly sessions: Sessions;
  readonly texts: Texts;
  readonly proposals: Proposals;
}

const added = z.object({
  ids: z.array(z.string()),
  notes: z.array(z.looseObject({ kind: z.string(), message: z.string() })),
});
const addedWord = added.omit({ ids: true }).extend({ id: z.string(), tracked: z.int() });
const merged = z.object({
  text: textSummary,
  drafts: z.array(draftSummary),
  rows: z.array(z.looseObject({ base: clause.nullable() })),
  collisions: z.int(),
});
const upload = z.object({ name: z.string().min(1).max(200), source: z.string().min(1).max(2_000_000) });

/** `/api/texts`: the library of base texts, and what the drafts on one of them want, side by side. */
export function textRoutes({ sessions, texts, proposals }: TextParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get("/", does("The library of base texts", { answer: z.array(textSummary) }), async (c) =>
      answer(c, await texts.list()),
    )
    .get("/:id", does("One base text", { answer: textSummary.extend({ text }) }), async (c) =>
      answer(c, await texts.get(c.req.param("id"))),
    )
    .get(
      "/:id/merged",
      does("What the drafts on a base text want of each clause, side by side", { answer: merged }),
      async (c) => answer(c, await proposals.of(c.var.person, c.req.param("id"))),
    )
    .post(
      "/",
      does("Add the texts of a file to the library", { answer: added, act: "import" }),
      body(upload),
      async (c) => {
        checkMayImport(c.var.person);
        const made = await texts.add(c.req.valid("json"), (added) =>
          acting(c).statements({ act: "import", detail: { ids: [...added.ids] } }, added),
        );
        return answer(c, made);
      },
    )
    .post(
      "/word",
      does("Add the text of a Word file to the library", { answer: addedWord, act: "import" }),
      fileLimit,
      query(z.object({ name: z.string().min(1).max(200) })),
      async (c) => {
        checkMayImport(c.var.person);
        const file = { name: c.req.valid("query").name, bytes: await fileBytes(c) };
        const made = await texts.addWord(file, (added) =>
          acting(c).statements({ act: "import", detail: { id: added.id } }, added),
        );
        return answer(c, made);
      },
    );
}

function checkMayImport(person: Person): void {
  if (!mayImport(person)) throw problem("import-coordinator");
}
