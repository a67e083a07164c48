import { Hono } from "hono";
import { z } from "zod";
import { streamSSE } from "hono/streaming";
import type { Sessions } from "../conference/sessions.ts";
import { query } from "../http/body.ts";
import { does } from "../http/openapi/does.ts";
import { signedIn } from "../http/signedIn.ts";
import type { ListEvents } from "./listEvents.ts";
import { listNames } from "./lists.ts";

/** What the events' routes work on. */
export interface EventRouteParts {
  readonly sessions: Sessions;
  readonly events: ListEvents;
}

const KEEP_ALIVE_MS = 15_000;

const name = `(${listNames.join("|")})`;
const wanted = z.object({
  lists: z
    .string()
    .regex(new RegExp(`^${name}(,${name})*$`))
    .optional(),
});

/**
 * `/api/events`: server-sent events. Each is the name of a list that is to be asked for again; it says no more, so that
 * nobody learns of what the list would not show.
 */
export function eventRoutes({ sessions, events }: EventRouteParts) {
  return new Hono().use(signedIn(sessions)).get(
    "/",
    does("Server-sent events: the names of lists that have changed, of those in `lists`, by default `drafts`", {
      file: "text/event-stream",
    }),
    query(wanted),
    (c) => {
      const asked = (c.req.valid("query").lists ?? "drafts").split(",");
      const lists = new Set(listNames.filter((list) => asked.includes(list)));
      // A proxy must not gather events.
      c.header("x-accel-buffering", "no");
      return streamSSE(c, async (stream) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        const send = (event: string): void => void stream.writeSSE({ event, data: "" }).catch(resolve);
        const end = events.subscribe({ lists, person: c.var.person.id, heard: send });
        const alive = setInterval(() => send("alive"), KEEP_ALIVE_MS);
        stream.onAbort(resolve);
        send("hello");
        await promise;
        clearInterval(alive);
        end();
      });
    },
  );
}
