import { existsSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** What the page may load: its own files alone; styles are set on elements too. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * The built page from its folder. Files under /assets carry a digest in their name and are kept by the browser for
 * ever; every path that is no file gives the page itself, which finds out what to show.
 */
export function page(webRoot: string) {
  if (!existsSync(webRoot)) throw new Error(`There is no page in ${webRoot}. Build it: vite build apps/web`);
  const root = { root: webRoot };
  return new Hono()
    .use(async (c, next) => {
      await next();
      const kept = c.req.path.startsWith("/assets/") && c.res.ok;
      c.header("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
      c.header("content-security-policy", policy);
      c.header("x-content-type-options", "nosniff");
      c.header("referrer-policy", "no-referrer");
    })
    .get("*", serveStatic(root))
    .get("/assets/*", (c) => c.notFound())
    .get("*", serveStatic({ ...root, path: "index.html" }));
}
