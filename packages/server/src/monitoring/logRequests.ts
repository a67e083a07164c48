import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Logger } from "./logger.ts";

/** Middleware that logs each request of the API: its route, not its path or query, and never what it carries. */
export function logRequests(logger: Pick<Logger, "info">) {
  return createMiddleware(async (c, next) => {
    const began = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? "unknown";
    const ms = Math.round(performance.now() - began);
    logger.info("request", { method: c.req.method, route, status: c.res.status, ms });
  });
}
