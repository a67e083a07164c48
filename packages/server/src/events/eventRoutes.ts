import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Sessions } from "../conference/sessions.ts";
import { does } from "../http/openapi/does.ts";
import { signedIn } from "../http/signedIn.ts";
import type { ListEvents } from "./listEvents.ts";

/** What the events' routes work on. */
export interface EventRouteParts {
  readonly sessions: Sessions;
  readonly events: ListEvents;
}

const KEEP_ALIVE_MS = 15_000;

/**
 * `/api/events`: server-sent events. `drafts` says that the list of drafts is to be asked for again; it names none, so
 * that nobody learns of a draft that the list would not show.
 */
export function eventRoutes({ sessions, events }: EventRouteParts) {
  return new Hono()
    .use(signedIn(sessions))
    .get(
      "/",
      does("Server-sent events: `drafts` when the list of drafts has changed", { file: "text/event-stream" }),
      (c) => {
        // A proxy must not gather events.
        c.header("x-accel-buffering", "no");
        return streamSSE(c, async (stream) => {
          const { promise, resolve } = Promise.withResolvers<void>();
          const send = (event: string): void => void stream.writeSSE({ event, data: "" }).catch(resolve);
          const end = events.subscribe(() => send("drafts"));
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
