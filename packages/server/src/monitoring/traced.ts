import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Journal } from "../rooms/journal.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { LogEntry, LogStore } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { SpanPlace, Telemetry } from "./telemetry.ts";

type Spans = Pick<Telemetry, "span" | "here" | "from">;

/** Middleware that tells of each request: its route, not its path or query, and never what it carries. */
export function traceRequests(telemetry: Spans) {
  return createMiddleware(async (c, next) => {
    const caller = telemetry.from(c.req.raw.headers);
    await telemetry.span(
      "request",
      async (tell) => {
        await next();
        const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "unknown";
        const { status } = c.res;
        tell(
          { "http.request.method": c.req.method, "http.route": route, "http.response.status_code": status },
          status >= 500,
        );
      },
      caller ? [caller] : [],
    );
  });
}

/** The store, with every commit told of. */
export function tracedStore(store: Store, telemetry: Spans): Store {
  return {
    ...store,
    log: tracedLog(store.log, telemetry),
    commit: (statements) =>
      telemetry.span("commit", (tell) => {
        tell({ "plenary.statements": statements.length });
        return store.commit(statements);
      }),
  };
}

/** The log, with every append told of: below what `of` finds that it is of, else below what is running. */
function tracedLog(log: LogStore, telemetry: Spans, of?: (entries: readonly LogEntry[]) => SpanPlace[]): LogStore {
  return {
    ...log,
    append: (entries, alongside) =>
      telemetry.span(
        "commit",
        (tell) => {
          tell({ "plenary.updates": entries.length });
          return log.append(entries, alongside);
        },
        of?.(entries),
      ),
  };
}

/** A journal, with its commits told of. One holds the updates of many: it is told below each request that it is of. */
export function tracedJournal(make: (log: LogStore) => Journal, log: LogStore, telemetry: Spans): Journal {
  const places = new WeakMap<LogEntry, SpanPlace>();
  const of = (entries: readonly LogEntry[]) => [...new Set(entries.flatMap((entry) => places.get(entry) ?? []))];
  const journal = make(tracedLog(log, telemetry, of));
  return {
    ...journal,
    add(entry, owner) {
      const place = telemetry.here();
      if (place) places.set(entry, place);
      journal.add(entry, owner);
    },
  };
}

/** The rooms, with everybody's coming in told of, and what requests do in them. */
export function tracedRooms(rooms: Rooms, telemetry: Spans): Rooms {
  return {
    ...rooms,
    hold: (name) =>
      telemetry.span("room join", async (tell) => {
        const held = await rooms.hold(name);
        tell({ "plenary.found": held !== null });
        return held;
      }),
    use: (name, work) => telemetry.span("room use", () => rooms.use(name, work)),
    useAlone: (name, work) => telemetry.span("room command", () => rooms.useAlone(name, work)),
  };
}
