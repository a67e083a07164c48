import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { acting } from "../acts/acting.ts";
import type { Sessions } from "../conference/sessions.ts";
import { answer } from "../http/answer.ts";
import { body } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { problem } from "../http/problem.ts";
import { signedIn } from "../http/signedIn.ts";
import type { Mentions } from "./mentions.ts";
import type { Threads } from "./threads.ts";

/** What the routes of the talk work on. */
export interface TalkParts {
  readonly sessions: Sessions;
  readonly threads: Threads;
  readonly mentions: Mentions;
}

const id = z.string().min(1).max(200);
const place = z.int().min(0).max(10_000_000);
const words = z.string().max(20_000);
const relative = z.string().max(400).nullable();
const anchor = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("clause"), clause: id }),
  z.strictObject({
    on: z.literal("words"),
    clause: id,
    quote: words.min(1),
    prefix: z.string().max(32),
    suffix: z.string().max(32),
    start: relative,
    end: relative,
  }),
  z.strictObject({
    on: z.literal("change"),
    clause: id,
    kind: z.string().min(1).max(20),
    from: place,
    to: place,
    deleted: words,
    inserted: words,
  }),
]);
const text = z
  .string()
  .max(5000, { error: "A comment has at most 5,000 characters. Shorten it, or write two." })
  .transform((given) => given.toWellFormed().replaceAll("\0", "").trim())
  .refine((given) => given !== "", { error: "The comment is empty. Write something." });
const beginning = z.object({ anchor, audience: z.string().max(50).nullable(), text });
const saying = z.object({ text });
const rehanging = z.object({ anchor });
const resolving = z.object({ resolved: z.boolean() });
const limit = bodyLimit({
  maxSize: 256 * 1024,
  onError: async (c) => {
    await drain(c.req.raw.body);
    throw problem("comment-too-large");
  },
});

/** Reads what is too large to its end, within reason: who still sends would not hear the answer. */
async function drain(sent: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!sent || sent.locked) return;
  let left = 4 * 1024 * 1024;
  for await (const chunk of sent) if ((left -= chunk.length) < 0) return;
}

const time = z.iso.datetime();
const group = z.string().nullable();
const thread = z.object({
  id,
  draft: id,
  audience: group,
  anchor,
  source: z.string().nullable(),
  resolved: z.object({ name: z.string(), at: time }).nullable(),
  version: z.int(),
  comments: z.array(
    z.object({
      id,
      person: z.object({ id: id.nullable(), name: z.string(), group }),
      text: z.string(),
      mentions: z.array(z.object({ person: id, from: z.int(), to: z.int() })),
      at: time,
      editedAt: time.nullable(),
    }),
  ),
});
const person = z.object({ id, name: z.string(), group, role: z.string() });
const whole = z.object({
  threads: z.array(thread),
  people: z.array(person),
  mayTalk: z.boolean(),
  mayModerate: z.boolean(),
  group,
});
const call = z.object({
  thread: id,
  draft: id,
  number: z.string(),
  title: z.string(),
  by: z.string(),
  text: z.string(),
  at: time,
});
/** Who talks when is in the threads themselves; elsewhere it would tell others of a group's internal ones. */
const talking = { answer: thread, act: null };

/** Below `/api/drafts/:draft/threads`: threads, their comments, and what was seen of them. */
export function talkRoutes({ sessions, threads, mentions }: TalkParts) {
  return new Hono()
    .use("/:draft/threads/*", signedIn(sessions), limit)
    .get("/:draft/threads", does("The threads of a draft that one may read", { answer: whole }), async (c) =>
      answer(c, await threads.of(c.var.person, c.req.param("draft"))),
    )
    .post("/:draft/threads", does("Begin a thread", talking), body(beginning), async (c) =>
      answer(c, await threads.begin(c.var.person, c.req.param("draft"), c.req.valid("json"))),
    )
    .post("/:draft/threads/:thread/comments", does("Answer in a thread", talking), body(saying), async (c) => {
      const { draft, thread } = c.req.param();
      return answer(c, await threads.reply(c.var.person, draft, thread, c.req.valid("json").text));
    })
    .put(
      "/:draft/threads/:thread/comments/:comment",
      does("Change one's own comment", talking),
      body(saying),
      async (c) => {
        const { draft, thread, comment } = c.req.param();
        return answer(c, await threads.edit(c.var.person, draft, thread, comment, c.req.valid("json").text));
      },
    )
    .delete("/:draft/threads/:thread/comments/:comment", does("Delete one's own comment", talking), async (c) => {
      const { draft, thread, comment } = c.req.param();
      return answer(c, await threads.remove(c.var.person, draft, thread, comment));
    })
    .put(
      "/:draft/threads/:thread/comments/:comment/away",
      // The answer holds words that were said among some: it is not kept.
      does("Take another person's comment out of an open thread", {
        answer: thread,
        act: "take comment away",
        secret: true,
      }),
      async (c) => {
        const { draft, thread, comment } = c.req.param();
        const kept = () => acting(c).statements({ act: "take comment away", draft, detail: { thread, comment } }, {});
        return answer(c, await threads.takeAway(c.var.person, draft, thread, comment, kept));
      },
    )
    .put(
      "/:draft/threads/:thread/anchor",
      does("Hang a thread elsewhere, as when its words are gone", talking),
      body(rehanging),
      async (c) => {
        const { draft, thread } = c.req.param();
        return answer(c, await threads.rehang(c.var.person, draft, thread, c.req.valid("json").anchor));
      },
    )
    .put(
      "/:draft/threads/:thread/resolved",
      does("Resolve a thread, or open it again", talking),
      body(resolving),
      async (c) => {
        const { draft, thread } = c.req.param();
        return answer(c, await threads.resolve(c.var.person, draft, thread, c.req.valid("json").resolved));
      },
    )
    .put(
      "/:draft/threads/:thread/seen",
      does("Mark the calls in a thread as seen", { answer: z.object({}), act: null }),
      async (c) => {
        const { draft, thread } = c.req.param();
        await mentions.seen(c.var.person, draft, thread);
        return answer(c, {});
      },
    );
}

/** `/api/mentions`: where the person is called and has not looked yet. */
export function mentionRoutes({ sessions, mentions }: TalkParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get(
      "/",
      does("Where one is called by name and has not looked yet", { answer: z.object({ mentions: z.array(call) }) }),
      async (c) => answer(c, { mentions: await mentions.of(c.var.person) }),
    );
}
