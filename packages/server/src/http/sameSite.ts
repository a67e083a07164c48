import { createMiddleware } from "hono/factory";
import { problem } from "./problem.ts";

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** Whether a Host header names this machine itself. */
export function isLoopbackHost(host: string): boolean {
  return loopback.test(host);
}

/** Whether an Origin header names the site that the Host header names; a request without Origin comes from no page. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Middleware that refuses what another site's page sends: unsafe methods by their Origin, and, when only this machine
 * is served, any name of the server that is not a loopback name (a page may rebind its own name to this address).
 */
export function sameSite({ loopbackOnly }: { readonly loopbackOnly: boolean }) {
  return createMiddleware(async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (loopbackOnly && !isLoopbackHost(host)) throw problem("demo-this-machine");
    const safe = c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS";
    if (!safe && !isSameOrigin(c.req.header("origin"), host)) throw problem("other-site");
    await next();
  });
}
