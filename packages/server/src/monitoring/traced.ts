import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Rooms } from "../rooms/rooms.ts";
import type { LogStore } from "../store/logStore.ts";
import type { Telemetry } from "./telemetry.ts";

/** Middleware that tells of each request: its route, not its path or query, and never what it carries. */
export function traceRequests(telemetry: Pick<Telemetry, "begin">) {
  return createMiddleware(async (c, next) => {
    const end = telemetry.begin("request");
    await next();
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "unknown";
    const { status } = c.res;
    end(
      { "http.request.method": c.req.method, "http.route": route, "http.response.status_code": status },
      status >= 500,
    );
  });
}

/** The log, with every commit told of. */
export function tracedLog(log: LogStore, telemetry: Pick<Telemetry, "begin">): LogStore {
  return {
    ...log,
    async append(entries, alongside) {
      const end = telemetry.begin("commit");
      const attributes = { "plenary.updates": entries.length };
      try {
        const numbers = await log.append(entries, alongside);
        end(attributes);
        return numbers;
      } catch (error) {
        end(attributes, true);
        throw error;
      }
    },
  };
}

/** The rooms, with everybody's coming in told of. */
export function tracedRooms(rooms: Rooms, telemetry: Pick<Telemetry, "begin">): Rooms {
  return {
    ...rooms,
    async hold(name) {
      const end = telemetry.begin("room join");
      try {
        const held = await rooms.hold(name);
        end({ "plenary.found": held !== null });
        return held;
      } catch (error) {
        end({}, true);
        throw error;
      }
    },
  };
}
