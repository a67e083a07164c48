import { createHash } from "node:crypto";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { findTargetHandler } from "hono/utils/handler";
import type { Json } from "@plenary/formats/audit";
import type { Audit } from "../audit/audit.ts";
import type { Sessions } from "../conference/sessions.ts";
import type { ListEvents } from "../events/listEvents.ts";
import { listsChangedAt } from "../events/lists.ts";
import { type Doing, descriptionOf } from "../http/openapi/does.ts";
import { problem } from "../http/problem.ts";
import type { Outbox } from "../webhooks/outbox.ts";
import { Acting } from "./acting.ts";
import type { KeptAnswers, KeyedRequest } from "./keptAnswers.ts";

/** What the middleware of acts works on. */
export interface ActsParts {
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly answers: KeptAnswers;
  readonly events: ListEvents;
  readonly outbox: Outbox;
}

const MAX_KEY = 200;

/**
 * Middleware for every request that may change something: it goes into the audit log, in the transaction of the act
 * where the route sees to that (then webhooks are told too), else behind it; and with an `Idempotency-Key` it is done once, however often it is sent.
 */
export function acts({ sessions, audit, answers, events, outbox }: ActsParts) {
  async function claim(c: Context, person: string): Promise<KeyedRequest | Response | null> {
    const key = c.req.header("idempotency-key");
    if (key === undefined) return null;
    if (key === "" || key.length > MAX_KEY) throw problem("key-length", { most: MAX_KEY });
    const asked = { person, key, request: await digest(c) };
    const found = await answers.claim(asked);
    switch (found.state) {
      case "new":
        return asked;
      case "answered":
        return new Response(found.body, {
          status: found.status,
          headers: { "content-type": "application/json", "idempotency-replayed": "true" },
        });
      case "other":
        throw problem("key-used");
      case "running":
        throw problem("being-done");
    }
  }

  return createMiddleware(async (c, next) => {
    // Few of those that only read are an act all the same: who comes back from the identity provider is signed in.
    if (["GET", "HEAD", "OPTIONS"].includes(c.req.method) && (describedBy(c)?.act ?? null) === null) return next();
    const before = await sessions.person(c.req.raw.headers);
    // What is to be seen once is not kept to be given again.
    const asked = before && describedBy(c)?.secret !== true ? await claim(c, before.id) : null;
    if (asked instanceof Response) return asked;
    const acting = new Acting((given, answer) => {
      const facts = { person: before?.id ?? null, ...given };
      return [
        audit.statement(facts),
        ...outbox.statements(facts),
        ...(asked ? [answers.statement(asked, 200, JSON.stringify(answer))] : []),
      ];
    });
    c.set("acting", acting);
    await next();
    const done = c.res.status < 400;
    if (done && describedBy(c)?.act !== null) events.acted(listsChangedAt(c.req.path));
    if (acting.kept && done) {
      outbox.posted();
      return audit.seal();
    }
    const body = await jsonOf(c.res);
    if (asked && c.res.ok && body !== null) await answers.keep(asked, c.res.status, body);
    else if (asked) await answers.release(asked);
    await remember(c, before?.id ?? null, body);
    return undefined;
  });

  /** Keeps what a route did without keeping it itself, and what it refused to somebody who is signed in. */
  async function remember(c: Context, person: string | null, body: string | null): Promise<void> {
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL");
    const said = describedBy(c);
    if (!route || said?.act === null || (!c.res.ok && (person === null || c.res.status < 400))) return;
    const act = said?.act ?? `${route.method} ${route.path}`;
    const detail: Record<string, Json> = c.res.ok ? made(body) : { refused: c.res.status };
    await audit.record({ act, person, draft: route.path.startsWith("/api/drafts/:") ? draftOf(c) : null, detail });
  }
}

/** What the route of a request says of itself. */
function describedBy(c: Context): Doing | undefined {
  return matchedRoutes(c)
    .flatMap(({ handler }) => descriptionOf(findTargetHandler(handler)).doing ?? [])
    .at(-1);
}

function draftOf(c: Context): string | null {
  return /^\/api\/drafts\/([^/]+)/.exec(c.req.path)?.[1] ?? null;
}

/** The ids that an answer gives of what was made. */
function made(body: string | null): Record<string, Json> {
  const value: unknown = body === null ? null : JSON.parse(body);
  const ids = ["id", "ids"].map((key): [string, unknown] => [key, Reflect.get(Object(value), key)]);
  return Object.fromEntries(
    ids.flatMap(([key, found]): [string, Json][] => {
      if (typeof found === "string") return [[key, found]];
      return Array.isArray(found) ? [[key, found.map(String)]] : [];
    }),
  );
}

async function jsonOf(response: Response): Promise<string | null> {
  if (response.headers.get("content-type")?.startsWith("application/json") !== true) return null;
  return response.clone().text();
}

async function digest(c: Context): Promise<string> {
  const body = new Uint8Array(await c.req.arrayBuffer());
  return createHash("sha256").update(`${c.req.method} ${c.req.path}\n`).update(body).digest("hex");
}
